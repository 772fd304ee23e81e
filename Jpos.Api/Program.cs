using Jpos.Api.Logging;
using Jpos.Api.Protocol;
using Jpos.Infrastructure;
using Jpos.Infrastructure.Persistence;
using NLog;
using NLog.Web;

LogManager.Setup().SetupExtensions(extensions => extensions.RegisterLayoutRenderer<CardMask>());
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Host.UseNLog();

if (string.IsNullOrEmpty(builder.Configuration["urls"]))
{
    builder.WebHost.UseUrls("http://127.0.0.1:5080");
}

builder.Services.AddJpos(builder.Configuration, builder.Environment);
builder.Services.AddTerminalProtocol(builder.Configuration);

var app = builder.Build();
app.UseTerminalProtocol();
app.MapHealth();
app.MapControllers();

if (await app.RunJposCommand(args, Console.In, Console.Out) is { } exitCode)
{
    return exitCode;
}

await app.PrepareJposDatabase();
await app.RunAsync();
return 0;
