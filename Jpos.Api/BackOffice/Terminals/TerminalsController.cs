using System.Text.Json.Nodes;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Domain;
using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>Terminals, their settings, sessions and master keys.</summary>
[ApiVersion(1)]
[Route(Root + "terminals")]
public sealed class TerminalsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the terminals by number.</summary>
    /// <param name="list">The page to return.</param>
    /// <param name="store">Only terminals of this store; all if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet]
    [Requires(Permission.ReadTerminals)]
    public async Task<ActionResult<PageAnswer<TerminalView>>> List([FromQuery] ListQuery list, [FromQuery] string? store, CancellationToken cancellation)
    {
        var after = Fields.ReadOptional<TerminalNumber>("after", list.After, TerminalNumber.TryParse);
        var ofStore = Fields.ReadOptional<StoreNumber>("store", store, StoreNumber.TryParse);
        return await Answer(() => new ListTerminals(Caller, ofStore, after, list.Limit), cancellation);
    }

    /// <summary>Returns one terminal.</summary>
    [HttpGet("{number}")]
    [Requires(Permission.ReadTerminals)]
    public async Task<ActionResult<TerminalView>> Get(string number, CancellationToken cancellation) =>
        Answer(TerminalNumber.TryParse(number, out var terminal) ? await Ask(new GetTerminal(Caller, terminal), cancellation) : null);

    /// <summary>Adds a terminal. The terminal cannot check in before its master key is loaded.</summary>
    [HttpPost]
    [Requires(Permission.ManageTerminals)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<TerminalView>> Create(CreateTerminalInput input, CancellationToken cancellation)
    {
        var number = Fields.Read<TerminalNumber>("number", input.Number, TerminalNumber.TryParse);
        var store = Fields.Read<StoreNumber>("store", input.Store, StoreNumber.TryParse);
        var (mostPerConsume, mostGifts) = Limits(input.MostPerConsume, input.MostGiftsPerDay);
        return await Answer(
            () => new CreateTerminal(number, store, input.KeyAlgorithm ?? KeyAlgorithm.TripleDes, input.MacPolicy ?? MacPolicy.Required, input.AnswerFormat ?? AnswerFormat.Full)
            {
                Caller = Caller,
                IdempotencyKey = RequestKey,
                UntilFirstSigned = input.UntilFirstSigned ?? true,
                MostPerConsume = mostPerConsume,
                MostGiftsPerDay = mostGifts,
            },
            terminal => terminal.Number,
            cancellation);
    }

    /// <summary>Changes a terminal's settings from its next message on.</summary>
    [HttpPut("{number}")]
    [Requires(Permission.ManageTerminals)]
    public async Task<ActionResult<TerminalView>> Change(string number, ChangeTerminalInput input, CancellationToken cancellation)
    {
        var terminal = Fields.ReadPathValue<TerminalNumber>(number, TerminalNumber.TryParse);
        Fields.Check("isEnabled", input.IsEnabled is not null, FieldErrorText.Missing("isEnabled"));
        Fields.Check("macPolicy", input.MacPolicy is not null, FieldErrorText.Missing("macPolicy"));
        var (mostPerConsume, mostGifts) = Limits(input.MostPerConsume, input.MostGiftsPerDay);
        return await Answer(
            () => new ChangeTerminal(terminal, input.IsEnabled!.Value, input.MacPolicy!.Value, input.AnswerFormat ?? AnswerFormat.Full)
            {
                Caller = Caller,
                ExpectedETag = ExpectedETag,
                UntilFirstSigned = input.UntilFirstSigned,
                MostPerConsume = mostPerConsume,
                MostGiftsPerDay = mostGifts,
            },
            null,
            cancellation);
    }

    /// <summary>Approves or refuses a pending weaker MAC policy. Only a different person than the requester may approve it.</summary>
    [HttpPost("{number}/mac-policy/decision")]
    [Requires(Permission.Approve)]
    [CanFail(FailureKind.SamePerson)]
    public async Task<ActionResult<TerminalView>> DecidePolicy(string number, MacPolicyDecisionInput input, CancellationToken cancellation)
    {
        var terminal = Fields.ReadPathValue<TerminalNumber>(number, TerminalNumber.TryParse);
        Fields.Check("macPolicy", input.MacPolicy is not null, FieldErrorText.Missing("macPolicy"));
        Fields.Check("untilFirstSigned", input.UntilFirstSigned is not null, FieldErrorText.Missing("untilFirstSigned"));
        Fields.Check("isApproved", input.IsApproved is not null, FieldErrorText.Missing("isApproved"));
        return await Answer(() => new DecideMacPolicy(terminal, input.MacPolicy!.Value, input.UntilFirstSigned!.Value, input.IsApproved!.Value) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Changes the terminal settings that a merge patch (RFC 7396) names. A null resets a field to its default.</summary>
    [HttpPatch("{number}")]
    [Requires(Permission.ManageTerminals)]
    public async Task<ActionResult<TerminalView>> Patch(string number, [MergePatch] JsonObject patch, CancellationToken cancellation) =>
        TerminalNumber.TryParse(number, out var found)
            ? await Merge(new GetTerminal(Caller, found), patch, (ChangeTerminalInput input) => Change(number, input, cancellation), cancellation)
            : Answer(null);

    /// <summary>Ends a terminal's session, so that the terminal must check in again. Its batch stays open.</summary>
    [HttpPost("{number}/session-end")]
    [Requires(Permission.EndSessions)]
    public async Task<ActionResult<TerminalView>> EndSession(string number, CancellationToken cancellation)
    {
        var terminal = Fields.ReadPathValue<TerminalNumber>(number, TerminalNumber.TryParse);
        return await Answer(() => new EndSession(terminal) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Loads a terminal's master key. The terminal must check in afterwards.</summary>
    [HttpPost("{number}/master-key")]
    [Requires(Permission.LoadTerminalKeys)]
    public async Task<ActionResult<TerminalView>> LoadMasterKey(string number, MasterKeyInput input, CancellationToken cancellation)
    {
        var terminal = Fields.ReadPathValue<TerminalNumber>(number, TerminalNumber.TryParse);
        var components = (input.Components ?? []).Select(component => Fields.Hex("components", component)).ToList();
        Fields.Check("components", components.Count >= Application.BackOffice.Terminals.LoadMasterKey.FewestComponents, FieldErrorText.MustBe("components", "a list of at least 2 components"));
        var check = Fields.Hex("checkValue", input.CheckValue);
        Fields.Check("checkValue", check.Length == Application.BackOffice.Terminals.LoadMasterKey.CheckValueLength, FieldErrorText.MustBe("checkValue", "8 hexadecimal digits"));
        return await Answer(() => new LoadMasterKey(terminal, components, check) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    private (Money? MostPerConsume, Points? MostGifts) Limits(decimal? mostPerConsume, decimal? mostGifts) => (
        Fields.Amount("mostPerConsume", mostPerConsume) is { } most ? Money.Of(most) : null,
        Fields.Amount("mostGiftsPerDay", mostGifts) is { } gifts ? Points.Of(gifts) : null);
}
