using System.Globalization;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>How often a test makes its fault: JPOS_TEST_KILLS times, or once in a run that is not to take long.</summary>
internal static class Kills
{
    public static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("JPOS_TEST_KILLS") ?? "1", CultureInfo.InvariantCulture);
}
