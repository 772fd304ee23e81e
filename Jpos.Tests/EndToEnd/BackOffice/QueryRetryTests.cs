using System.Data.Common;
using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A query that loses a deadlock, or whose snapshot the server no longer has, is retried.</summary>
internal sealed class QueryRetryTests
{
    [TestCase(2, HttpStatusCode.OK, TestName = "A query that is ended twice is tried a third time")]
    [TestCase(9, HttpStatusCode.InternalServerError, TestName = "A query is not retried without end")]
    public async Task A_query_that_is_ended(int times, HttpStatusCode expected)
    {
        var ended = new Ended();
        await using var host = await JposHost.Run(services: services => services.Intercept(ended));
        var viewer = await BackOfficeClient.Of(host, Role.Viewer);
        ended.Left = times;

        var stores = await viewer.Get("stores");

        Assert.That((stores.Status, ended.Left), Is.EqualTo((expected, Math.Max(0, times - 3))), stores.Text);
    }

    /// <summary>Ends the next queries for stores as a conflict does.</summary>
    private sealed class Ended : DbCommandInterceptor
    {
        public int Left { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Left > 0 && command.CommandText.Contains("FROM \"Stores\"", StringComparison.Ordinal))
            {
                Left--;
                throw new DbUpdateConcurrencyException("The server ended it.");
            }

            return new(result);
        }
    }
}
