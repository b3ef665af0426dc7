"""What a person asks jornal to do: read the files, apply the rules, write the run."""
