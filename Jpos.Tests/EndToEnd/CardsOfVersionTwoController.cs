using Asp.Versioning;
using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Tests.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Tests.EndToEnd;

/// <summary>What a second version of an address would look like.</summary>
[ApiController]
[ApiVersion(2)]
[Route(Routes.Document + "cards")]
public sealed class CardsOfVersionTwoController : ControllerBase
{
    [HttpPost]
    public object Query([Form] Api.TerminalProtocol.Cards.QueryCardForm form) => new { Status = "00", Message = Request.Method, CardNo = form.CardNo!.Masked };
}
