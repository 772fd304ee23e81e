using Jpos.Api;
using Jpos.Api.Limits;
using Jpos.Api.Logging;
using Jpos.Api.Protocol;
using Jpos.Api.Transport;
using Jpos.Infrastructure;
using Jpos.Infrastructure.Persistence;
using NLog;
using NLog.Web;

LogManager.Setup().SetupExtensions(extensions => extensions.RegisterLayoutRenderer<CardMask>());
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Host.UseNLog();

var isCommand = HostCommands.IsCommand(args);
builder.AddTransport(listens: !isCommand);
builder.Services.AddJpos(builder.Configuration, builder.Environment);
builder.Services.AddTerminalProtocol(builder.Configuration);
builder.Services.AddFloodLimits(builder.Configuration);

var app = builder.Build();
app.UseNamedProxies();
app.UseTerminalProtocol();
app.MapHealth();
app.MapControllers();

if (isCommand)
{
    return await app.RunJposCommand(args, HiddenInput.OfConsole, Console.Out);
}

await app.PrepareJposDatabase();
await app.RunAsync();
return 0;
