// Only there so that a target exists to which the precompiled headers belong.
