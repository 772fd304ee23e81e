// The tests speak no language of their machine, as the host does not.
[assembly: SetCulture("")]
[assembly: SetUICulture("")]

// Fixtures share nothing; one that needs the machine for itself, because it measures or its deadlines are short, says so. Most wait now and then, for a process, a disk or a deadline.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(6)]
