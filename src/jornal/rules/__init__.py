"""Hours, pay, credit and splits as plain functions over one worker's period; standard library only."""
