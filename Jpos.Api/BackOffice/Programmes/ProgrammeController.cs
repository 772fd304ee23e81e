using System.Text.Json.Nodes;
using Jpos.Application.BackOffice.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>The rules of the points programme.</summary>
[ApiVersion(1)]
[Route(Root + "programme")]
public sealed class ProgrammeController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Returns the current rules.</summary>
    [HttpGet]
    [Requires(Permission.ReadProgramme)]
    public async Task<ActionResult<ProgrammeView>> Get(CancellationToken cancellation) => Answer(await Ask(new GetProgramme(), cancellation));

    /// <summary>Lists all versions of the rules, the newest first. <c>after</c> is the number of the last version of the previous page.</summary>
    [HttpGet("versions")]
    [Requires(Permission.ReadProgramme)]
    public async Task<ActionResult<PageAnswer<ProgrammeView>>> ListVersions([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var before = (int?)Math.Min(Fields.After(list.After) ?? int.MaxValue, int.MaxValue);
        return await Answer(() => new ListProgrammeVersions(list.After is null ? null : before, list.Limit), cancellation);
    }

    /// <summary>Replaces the rules from the next message on. Points that were earned before do not change.</summary>
    [HttpPut]
    [Requires(Permission.ManageProgramme)]
    [NetworkWide]
    public async Task<ActionResult<ProgrammeView>> Change(ProgrammeInput input, CancellationToken cancellation)
    {
        var rules = input.Read(Fields);
        return await Answer(() => new ChangeProgramme(rules) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }

    /// <summary>Changes the rules that a merge patch (RFC 7396) names. A null resets a field to its default.</summary>
    [HttpPatch]
    [Requires(Permission.ManageProgramme)]
    [NetworkWide]
    public async Task<ActionResult<ProgrammeView>> Patch([MergePatch] JsonObject patch, CancellationToken cancellation) =>
        await Merge(new GetProgramme(), patch, (ProgrammeInput input) => Change(input, cancellation), cancellation);
}
