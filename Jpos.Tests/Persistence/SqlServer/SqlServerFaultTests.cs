using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Jpos.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>What the host makes of what SQL Server and its driver say: only the server's own refusal means that a commit did not go through (protocol §3).</summary>
internal sealed class SqlServerFaultTests
{
    private readonly SqlServerEngine engine = new();

    [TestCase(2627, 14, "conflict refused", TestName = "A unique constraint")]
    [TestCase(2601, 14, "conflict refused", TestName = "A unique index")]
    [TestCase(1205, 13, "conflict refused", TestName = "The loser of a deadlock")]
    [TestCase(1222, 16, "busy refused", TestName = "A lock that was waited for in vain")]
    [TestCase(-2, 11, "busy", TestName = "No answer in time")]
    [TestCase(10054, 20, "transient", TestName = "A connection that was reset, on Windows")]
    [TestCase(0, 20, "transient", TestName = "A connection that was reset, elsewhere")]
    [TestCase(0, 11, "transient", TestName = "A severe error of the driver")]
    [TestCase(35, 20, "transient", TestName = "A number of the machine")]
    [TestCase(40197, 17, "transient", TestName = "A service that moves")]
    [TestCase(547, 16, "refused", TestName = "A check that fails")]
    [TestCase(0, 10, "refused", TestName = "A message for people")]
    [TestCase(8645, 17, "refused", TestName = "No memory for a query")]
    public void It_is(int number, byte severity, string expected)
    {
        var failure = new DbUpdateException("It failed.", Error(number, severity));
        Assert.That(Words(failure), Is.EqualTo(expected));
    }

    [Test]
    public void A_server_that_nobody_reaches_is_away_for_now()
    {
        using var nowhere = new SqlConnection("Server=127.0.0.1,1;User Id=nobody;Password=none;Connect Timeout=30;ConnectRetryCount=0;Encrypt=false;Pooling=false");
        Assert.That(Words(Assert.Throws<SqlException>(nowhere.Open)!), Is.EqualTo("transient"));
    }

    [Test]
    public async Task A_server_that_hangs_up_is_away_for_now()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var hangingUp = listener.AcceptTcpClientAsync();
        await using var connection = new SqlConnection($"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};User Id=nobody;Password=none;Connect Timeout=30;ConnectRetryCount=0;Encrypt=false;Pooling=false");
        var opening = connection.OpenAsync();
        (await hangingUp).Dispose();
        Assert.That(Words((await Assert.ThrowsAsync<SqlException>(() => opening))!), Is.EqualTo("transient"));
    }

    private string Words(Exception failure)
    {
        (string Word, bool IsSo)[] words =
            [("conflict", engine.IsConflict(failure)), ("busy", engine.IsBusy(failure)), ("transient", engine.IsTransient(failure)), ("refused", engine.IsRefused(failure))];
        return string.Join(' ', words.Where(word => word.IsSo).Select(word => word.Word));
    }

    /// <summary>The driver's own exception, which nobody else may make.</summary>
    private static SqlException Error(int number, byte severity)
    {
        const BindingFlags inside = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;
        var makesError = typeof(SqlError).GetConstructors(inside).First(constructor => constructor.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(int));
        object? Value(ParameterInfo parameter) => parameter.ParameterType switch
        {
            var type when type == typeof(byte) => parameter.Name!.Contains("lass", StringComparison.Ordinal) ? severity : (byte)0,
            var type when type == typeof(int) => parameter.Position == 0 ? number : 0,
            var type when type == typeof(string) => "",
            { IsValueType: true } type => Activator.CreateInstance(type),
            _ => null,
        };
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", inside)!.Invoke(errors, [makesError.Invoke([.. makesError.GetParameters().Select(Value)])]);
        var makes = typeof(SqlException).GetMethod("CreateException", inside, [typeof(SqlErrorCollection), typeof(string)])!;
        var failure = (SqlException)makes.Invoke(null, [errors, "16.00"])!;
        Assert.That((failure.Number, failure.Class), Is.EqualTo((number, severity)));
        return failure;
    }
}
