"""Tables, one module per noun, one shared metadata; `app.store.schema` lists them."""
