"""What runs inside the browser: from the bytes of a document to what the page shows of it."""
