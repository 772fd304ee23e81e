using Jpos.Tests.Hosting;

/// <summary>Runs once around all tests: what they made together goes.</summary>
[SetUpFixture]
internal sealed class AllTests
{
    [OneTimeTearDown]
    public async Task RemoveTemplate()
    {
        await IdleHosts.StopAll();
        SoftToken.RemoveAll();
        await SecurityHost.RemoveTemplate();
        await TestDatabase.RemoveTemplates();
        PostgresCluster.Stop();
    }
}
