using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>How often a test makes its fault: once, twice in the long form, or JPOS_TEST_KILLS times.</summary>
internal static class Kills
{
    public static readonly int Count = TestLength.Of("JPOS_TEST_KILLS", shortForm: 1, longForm: 2);
}
