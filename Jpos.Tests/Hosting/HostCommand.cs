using Jpos.Infrastructure.Startup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.Hosting;

/// <summary>A command of the host without a process of its own: for what does not have to be killed.</summary>
internal static class HostCommand
{
    /// <param name="settings">As a file of settings would name them.</param>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code, and what was said.</returns>
    public static async Task<(int Code, string Said)> Run(IEnumerable<KeyValuePair<string, string>> settings, params string[] arguments)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production, Args = HostCommands.Settings(arguments) });
        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] = value;
        }

        builder.Logging.ClearProviders();
        builder.Services.AddJpos(builder.Configuration, builder.Environment);
        using var host = builder.Build();
        await using var output = new StringWriter();
        var code = await host.RunJposCommand(arguments, TextReader.Null, output);
        return (code, output.ToString().TrimEnd());
    }
}
