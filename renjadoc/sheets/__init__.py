"""Tables that come as sheets: Excel workbooks and exports of the planning system (SIPD)."""
