"""placeholder until the proof is merged."""
