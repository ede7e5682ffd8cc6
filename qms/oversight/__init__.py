"""What an overseeing Department reads of the agencies it watches over: deliverables and counts."""
