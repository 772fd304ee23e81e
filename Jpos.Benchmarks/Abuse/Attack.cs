namespace Jpos.Benchmarks.Abuse;

/// <summary>Something that an attacker does until told to stop.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Rate">How much of it is tried, for the table.</param>
/// <param name="Run">Does it.</param>
internal sealed record Attack(string Name, string Rate, Func<Attacker, CancellationToken, Task> Run);
