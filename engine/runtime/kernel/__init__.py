"""SpiffWorkflow as our kernel: its tasks, specs and workflows, with the hooks replaced that run wrong."""
