"""Rankings: the place that is asked for, orders, members of a group, floors."""
