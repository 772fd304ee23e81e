using System.Globalization;
using Jpos.Api;
using Jpos.Api.Docs;
using Jpos.Api.Logging;
using Jpos.Api.Transport;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Startup;
using NLog;
using NLog.Web;

// The host uses the invariant culture, whatever the machine's. The global switch cannot be used, because the driver of SQL Server refuses to run with it.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

if (HostCommands.TryAnswer(args, Console.Out))
{
    return 0;
}

StartFailures.Tell();
LogManager.Setup().SetupExtensions(extensions => extensions.RegisterLayoutRenderer<CardMask>().RegisterLayoutRenderer<JsonLine>());
var isCommand = HostCommands.IsCommand(args);
var builder = WebApplication.CreateBuilder(isCommand ? HostCommands.Settings(args) : args);
builder.Logging.ClearProviders();
builder.Host.UseNLog();
SettingsCheck.Run(builder.Configuration, typeof(Program).Assembly, typeof(SettingsCheck).Assembly);
if (LoggingSettings.Read(builder.Configuration).Json)
{
    JsonLine.Use();
}

builder.AddTransport(listens: !isCommand);
builder.Services.AddJpos(builder.Configuration, builder.Environment);
builder.Services.AddTerminalProtocol(builder.Configuration);
builder.Services.AddBackOffice(builder.Configuration);
builder.Services.AddFloodLimits(builder.Configuration);
builder.Services.AddDocs();

var app = builder.Build();
app.UseNamedProxies();
app.UseTerminalProtocol();
app.MapHealth();
app.MapStartPage();
app.MapControllers();
app.MapDocs();

if (isCommand)
{
    return await app.RunJposCommand(args, HiddenInput.OfConsole, Console.Out);
}

await app.PrepareJposDatabase();
app.Lifetime.ApplicationStarted.Register(StartFailures.HostStarted);
await app.RunAsync();
return 0;
