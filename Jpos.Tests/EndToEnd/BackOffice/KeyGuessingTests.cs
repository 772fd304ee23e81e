using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Persistence;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Wrong keys soon cost the host nothing, and keep nobody with a right one out.</summary>
internal sealed class KeyGuessingTests
{
    [Test]
    public async Task Wrong_keys_beyond_a_few_are_refused_without_a_look_into_the_database_and_a_key_that_was_right_comes_in()
    {
        var sent = new SentStatements();
        await using var host = await JposHost.Run(services: services => services.Intercept(sent));
        var right = await BackOfficeClient.Of(host, Role.Viewer);
        Assert.That((await right.Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));
        var statuses = new List<HttpStatusCode>();
        var reads = 0;
        for (var time = 0; time < 40; time++)
        {
            sent.Take();
            var answer = await new BackOfficeClient(host.Http, $"jpos_0123456789ab_{time:D64}").Get("stores");
            statuses.Add(answer.Status);
            if (answer.Status is HttpStatusCode.TooManyRequests)
            {
                reads += sent.Take().Count;
                Assert.That(answer.RetryAfter, Is.EqualTo("1"));
            }
        }

        Assert.That(statuses.Take(20), Is.All.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((statuses.Contains(HttpStatusCode.TooManyRequests), reads), Is.EqualTo((true, 0)));
        Assert.That((await right.Get("stores")).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}
