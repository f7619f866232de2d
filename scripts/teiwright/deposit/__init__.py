"""Deposit: an edition as a package that an archive can take in, and that proves itself.

    items ─▶ records ─▶ PREMIS ─▶ METS ─▶ RO-Crate ─▶ BagIt ─▶ zip

Each step describes what the steps before it made, so nothing describes itself. The room transforms no content: it is given
the files, adds what is to be said about them, and seals all of it.
"""
