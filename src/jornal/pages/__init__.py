"""Pages: what a browser on this computer shows; they work with scripts off."""
