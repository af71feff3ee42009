"""Tables that come as sheets: Excel workbooks, exports of the planning system (SIPD), the ministry's nomenclature."""
