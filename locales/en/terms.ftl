### Names that many texts share

-brand = Monawile
# One thing with two names; the municipality chooses which it uses
-process = { $kind ->
    [participatory] participatory budget
   *[civil] civil budget
}
