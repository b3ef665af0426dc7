from jornal.actions.soldrows import Places


def test_places_as_shops_write_them():
    places = Places()
    assert [
        places.code(*pair) for pair in (("US", "NY"), ("US", "TX"), ("DK", ""), ("Atlantis", ""), ("", ""))
    ] == [
        "US-NY",
        "US",
        "DK",
        "",
        "",
    ]
