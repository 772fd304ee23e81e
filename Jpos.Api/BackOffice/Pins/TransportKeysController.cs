using Jpos.Application.BackOffice.Pins;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Domain.Cards;
using Jpos.Domain.Keys;

namespace Jpos.Api.BackOffice.Pins;

/// <summary>Transport keys, which encrypt PIN blocks between the back office and the host.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "transport-keys")]
public sealed class TransportKeysController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the transport keys by name. A key itself is never shown.</summary>
    [HttpGet]
    [Requires(Permission.ManageTransportKeys)]
    public async Task<ActionResult<PageAnswer<PinTransportKeyView>>> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var after = Fields.ReadOptional<string>("after", list.After, PinTransportKey.TryParseName, PinTransportKey.NameForm);
        return await Answer(() => new ListTransportKeys(Caller, after, list.Limit), cancellation);
    }

    /// <summary>Returns one transport key.</summary>
    [HttpGet("{name}")]
    [Requires(Permission.ManageTransportKeys)]
    public async Task<ActionResult<PinTransportKeyView>> Get(string name, CancellationToken cancellation) => Answer(await Ask(new GetTransportKey(Caller, name), cancellation));

    /// <summary>Loads a transport key from its components.</summary>
    [HttpPost]
    [Requires(Permission.ManageTransportKeys)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<PinTransportKeyView>> Load(TransportKeyInput input, CancellationToken cancellation)
    {
        var name = Fields.Read<string>("name", input.Name, PinTransportKey.TryParseName, PinTransportKey.NameForm);
        var algorithm = input.KeyAlgorithm ?? KeyAlgorithm.TripleDes;
        Fields.Check("keyAlgorithm", PinTransportKey.Takes(algorithm), FieldErrorText.MustBe("keyAlgorithm", FieldErrorText.OneOf(Enum.GetValues<KeyAlgorithm>().Where(PinTransportKey.Takes).Select(EnumNames.Of))));
        var components = (input.Components ?? []).Select(component => Fields.Hex("components", component)).ToList();
        Fields.Check("components", components.Count >= LoadMasterKey.FewestComponents, FieldErrorText.MustBe("components", "a list of at least 2 components"));
        var check = Fields.Hex("checkValue", input.CheckValue);
        Fields.Check("checkValue", check.Length == LoadMasterKey.CheckValueLength, FieldErrorText.MustBe("checkValue", "8 hexadecimal digits"));
        return await Answer(() => new LoadTransportKey(name, algorithm, components, check) { Caller = Caller, IdempotencyKey = RequestKey }, key => key.Name, cancellation);
    }

    /// <summary>Deletes a transport key and returns its last state. PINs that were set with it stay valid.</summary>
    [HttpDelete("{name}")]
    [Requires(Permission.ManageTransportKeys)]
    public async Task<ActionResult<PinTransportKeyView>> Remove(string name, CancellationToken cancellation) => await Answer(new RemoveTransportKey(name) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
}
