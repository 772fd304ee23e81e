using Jpos.Application.BackOffice.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>What the programme owes.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "programme/liability")]
public sealed class LiabilityController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Points that members hold and that have not expired, by the month in which they do; and what cards owe.</summary>
    [HttpGet]
    [Requires(Permission.ReadLiability)]
    public async Task<ActionResult<LiabilityView>> Get(CancellationToken cancellation) => Answer(await Ask(new GetLiability(Caller), cancellation));
}
