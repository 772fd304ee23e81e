using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Benchmarks.Abuse;

/// <summary>A process that takes whatever an attacker sends and does nothing with it: beside it, tills suffer only from the attacker's own use of the processor.</summary>
internal static class StubServer
{
    public const string Verb = "stub";

    public static async Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            await http.Response.WriteAsync("{\"status\":\"00\"}", http.RequestAborted);
        });
        await app.StartAsync();
        Console.WriteLine($"Now listening on: {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
    }
}
