using System.Globalization;
using System.Net;
using Jpos.Api.BackOffice.Requests;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Every address, every role, own store and other store: who may do what.</summary>
internal sealed class RightsTests
{
    private const string OwnStore = Form.Store;
    private const string OtherStore = "100000000000002";
    private const string SomeTime = "from=2026-01-01&to=2027-01-01";

    private static readonly Role[] All = Enum.GetValues<Role>();
    private static readonly Role[] Managers = [Role.Manager, Role.Administrator];
    private static readonly Role[] Helpers = [Role.Operator, Role.Manager, Role.Administrator];
    private static readonly Role[] Sessions = [Role.Operator, Role.Manager, Role.SecurityOfficer, Role.Administrator];

    /// <summary>Each address once: a request for something in the own store and for the same in the other, and who may.</summary>
    private static readonly Address[] Written =
    [
        new("GET stores", "stores", "stores", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET stores/{number}", $"stores/{OwnStore}", $"stores/{OtherStore}", null, All),
        new("POST stores", "stores", "stores", new { number = "300000000000001", name = "new" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PUT stores/{number}", $"stores/{OwnStore}", $"stores/{OtherStore}", new { name = "changed" }, Managers),
        new("PATCH stores/{number}", $"stores/{OwnStore}", $"stores/{OtherStore}", new { name = "changed" }, Managers),
        new("POST stores/{number}/operators", $"stores/{OwnStore}/operators", $"stores/{OtherStore}/operators", new { number = "77" }, Managers),
        new("DELETE stores/{number}/operators/{operatorNumber}", $"stores/{OwnStore}/operators/01", $"stores/{OtherStore}/operators/01", null, Managers),
        new("GET terminals", "terminals", "terminals", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET terminals/{number}", "terminals/10000001", "terminals/20000001", null, All),
        new("POST terminals", "terminals", "terminals", new { number = "T1", store = OtherStore }, Managers, WhoIsOfAnotherStore.FindsNothingToName),
        new("PUT terminals/{number}", "terminals/10000001", "terminals/20000001", new { isEnabled = true, macPolicy = "off" }, Managers),
        new("PATCH terminals/{number}", "terminals/10000001", "terminals/20000001", new { isEnabled = true, macPolicy = "off" }, Managers),
        new("POST terminals/{number}/mac-policy/decision", "terminals/10000001/mac-policy/decision", "terminals/20000001/mac-policy/decision", new { macPolicy = "off", untilFirstSigned = false, isApproved = false }, Managers),
        new("GET held-gifts", "held-gifts", "held-gifts", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST held-gifts/{serial}/decision", "held-gifts/OWN-SERIAL/decision", "held-gifts/OWN-SERIAL/decision", new { card = Form.GoldCard, isApproved = true, reason = "x" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST terminals/{number}/session-end", "terminals/10000001/session-end", "terminals/20000001/session-end", new { }, Sessions),
        new("POST terminals/{number}/master-key", "terminals/10000001/master-key", "terminals/20000001/master-key", Key, [Role.SecurityOfficer]),
        new("POST cards/{number}/pin", $"cards/{Form.GoldCard}/pin", $"cards/{Form.GoldCard}/pin", new { reason = "x" }, [Role.SecurityOfficer], WhoIsOfAnotherStore.IsForbidden),
        new("POST cards/{number}/pin/unlock", $"cards/{Form.PinCard}/pin/unlock", $"cards/{Form.PinCard}/pin/unlock", new { reason = "x" }, [Role.SecurityOfficer], WhoIsOfAnotherStore.IsForbidden),
        new("GET transport-keys", "transport-keys", "transport-keys", null, [Role.SecurityOfficer], WhoIsOfAnotherStore.IsForbidden),
        new("GET transport-keys/{name}", "transport-keys/none", "transport-keys/none", null, [Role.SecurityOfficer], WhoIsOfAnotherStore.IsForbidden),
        new("POST transport-keys", "transport-keys", "transport-keys", TransportKey, [Role.SecurityOfficer], WhoIsOfAnotherStore.IsForbidden),
        new("DELETE transport-keys/{name}", "transport-keys/none", "transport-keys/none", null, [Role.SecurityOfficer], WhoIsOfAnotherStore.IsForbidden),
        new("GET batches", "batches?terminal=10000001", "batches?terminal=20000001", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET batches/{id:long}", "batches/OWN-BATCH", "batches/OTHER-BATCH", null, All),
        new("GET batches/{id:long}/transactions", "batches/OWN-BATCH/transactions", "batches/OTHER-BATCH/transactions", null, All),
        new("GET transactions", "transactions?batch=OWN-BATCH", "transactions?batch=OTHER-BATCH", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET transactions/{serial}", "transactions/OWN-SERIAL", "transactions/OTHER-SERIAL", null, All),
        new("GET card-products", "card-products", "card-products", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET card-products/{id:long}", "card-products/1", "card-products/1", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST card-products", "card-products", "card-products", new { name = "new" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PUT card-products/{id:long}", "card-products/1", "card-products/1", new { name = "changed" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PATCH card-products/{id:long}", "card-products/1", "card-products/1", new { name = "changed" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET members", "members", "members", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET members/{id:long}", "members/1", "members/1", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST members", "members", "members", new { name = "new" }, Helpers, WhoIsOfAnotherStore.IsForbidden),
        new("PUT members/{id:long}", "members/1", "members/1", new { name = "changed" }, Helpers, WhoIsOfAnotherStore.IsForbidden),
        new("PATCH members/{id:long}", "members/1", "members/1", new { name = "changed" }, Helpers, WhoIsOfAnotherStore.IsForbidden),
        new("GET cards", "cards", "cards", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET cards/{number}", $"cards/{Form.GoldCard}", $"cards/{Form.GoldCard}", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST cards", "cards", "cards", new { number = "9900000000000200", product = 1 }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST cards/ranges", "cards/ranges", "cards/ranges", new { first = "9900000000004004", count = 2, product = 1 }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST cards/{number}/state", $"cards/{Form.GoldCard}/state", $"cards/{Form.GoldCard}/state", new { state = "frozen", reason = "x" }, Helpers, WhoIsOfAnotherStore.IsForbidden),
        new("GET cards/{number}/tickets", $"cards/{Form.GoldCard}/tickets", $"cards/{Form.GoldCard}/tickets", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET programme", "programme", "programme", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET programme/versions", "programme/versions", "programme/versions", null, All, WhoIsOfAnotherStore.SeesLess),
        new("PUT programme", "programme", "programme", Rules, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PATCH programme", "programme", "programme", Rules, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET campaigns", "campaigns", "campaigns", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET campaigns/{id:long}", "campaigns/1", "campaigns/1", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST campaigns", "campaigns", "campaigns", Campaign, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PUT campaigns/{id:long}", "campaigns/1", "campaigns/1", Campaign, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PATCH campaigns/{id:long}", "campaigns/1", "campaigns/1", Campaign, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET ticket-kinds", "ticket-kinds", "ticket-kinds", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET ticket-kinds/{id:long}", "ticket-kinds/1", "ticket-kinds/1", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST ticket-kinds", "ticket-kinds", "ticket-kinds", Kind, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PUT ticket-kinds/{id:long}", "ticket-kinds/1", "ticket-kinds/1", Kind, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PATCH ticket-kinds/{id:long}", "ticket-kinds/1", "ticket-kinds/1", Kind, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST ticket-kinds/{id:long}/issues", "ticket-kinds/1/issues", "ticket-kinds/1/issues", new { cards = new[] { Form.GoldCard }, reason = "x" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET cards/{number}/statement", $"cards/{Form.GoldCard}/statement", $"cards/{Form.GoldCard}/statement", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET programme/liability", "programme/liability", "programme/liability", null, [Role.Viewer, Role.Manager, Role.Administrator], WhoIsOfAnotherStore.IsForbidden),
        new("GET alerts", "alerts", "alerts", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET alerts/{id:long}", "alerts/OWN-ALERT", "alerts/OTHER-ALERT", null, All),
        new("POST alerts/{id:long}/acknowledgement", "alerts/OWN-ALERT/acknowledgement", "alerts/OTHER-ALERT/acknowledgement", new { }, Sessions),
        new("POST alerts/{id:long}/release", "alerts/OWN-ALERT/release", "alerts/OTHER-ALERT/release", new { }, Sessions),
        new("POST alerts/{id:long}/resolution", "alerts/OWN-ALERT/resolution", "alerts/OTHER-ALERT/resolution", new { note = "x" }, Sessions),
        new("GET webhooks", "webhooks", "webhooks", null, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST webhooks", "webhooks", "webhooks", Webhook, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET webhooks/{id:long}", "webhooks/1", "webhooks/1", null, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PUT webhooks/{id:long}", "webhooks/1", "webhooks/1", Webhook, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("PATCH webhooks/{id:long}", "webhooks/1", "webhooks/1", Webhook, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("DELETE webhooks/{id:long}", "webhooks/1", "webhooks/1", null, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST webhooks/{id:long}/secret", "webhooks/1/secret", "webhooks/1/secret", new { }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET webhooks/{id:long}/deliveries", "webhooks/1/deliveries", "webhooks/1/deliveries", null, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST webhooks/{id:long}/deliveries/{number:long}/redelivery", "webhooks/1/deliveries/1/redelivery", "webhooks/1/deliveries/1/redelivery", new { }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST webhooks/{id:long}/redelivery", "webhooks/1/redelivery", "webhooks/1/redelivery", new { since = "2026-01-01T00:00:00Z" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST imports/cards", "imports/cards", "imports/cards", Cards, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST imports/members", "imports/members", "imports/members", Members, Helpers, WhoIsOfAnotherStore.IsForbidden),
        new("POST imports/tickets", "imports/tickets", "imports/tickets", Tickets, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET imports", "imports", "imports", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET imports/{id:long}", "imports/1", "imports/1", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET imports/{id:long}/errors", "imports/1/errors", "imports/1/errors", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET exports/transactions", $"exports/transactions?{SomeTime}", $"exports/transactions?{SomeTime}&store={OtherStore}", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET exports/settlements", $"exports/settlements?{SomeTime}", $"exports/settlements?{SomeTime}&store={OtherStore}", null, All, WhoIsOfAnotherStore.SeesLess),
        new("GET exports/statements", $"exports/statements?{SomeTime}&card={Form.GoldCard}", $"exports/statements?{SomeTime}&card={Form.GoldCard}", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST cards/{number}/replacement", $"cards/{Form.GoldCard}/replacement", $"cards/{Form.GoldCard}/replacement", new { newNumber = "9900000000000208", reason = "x" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST cards/{number}/companions", $"cards/{Form.GoldCard}/companions", $"cards/{Form.GoldCard}/companions", new { number = "9900000000000216", reason = "x" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("POST cards/{number}/merge", $"cards/{Form.EmptyCard}/merge", $"cards/{Form.EmptyCard}/merge", new { into = Form.TwoLotCard, reason = "x" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET accounts/{id:long}", "accounts/101", "accounts/101", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET adjustments", "adjustments", "adjustments", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("GET adjustments/{id:long}", "adjustments/1", "adjustments/1", null, All, WhoIsOfAnotherStore.IsForbidden),
        new("POST adjustments", "adjustments", "adjustments", Adjustment, Helpers, WhoIsOfAnotherStore.IsForbidden),
        new("POST adjustments/{id:long}/decision", "adjustments/9/decision", "adjustments/9/decision", new { card = Form.GoldCard, isApproved = false, reason = "x" }, Managers, WhoIsOfAnotherStore.IsForbidden),
        new("GET api-keys", "api-keys", "api-keys", null, [Role.Administrator], WhoIsOfAnotherStore.SeesLess),
        new("POST api-keys", "api-keys", "api-keys", new { name = "x", role = "viewer", stores = new[] { OtherStore } }, [Role.Administrator], WhoIsOfAnotherStore.IsForbidden),
        new("POST api-keys/{id}/revocation", "api-keys/000000000000/revocation", "api-keys/000000000000/revocation", new { }, [Role.Administrator], WhoIsOfAnotherStore.SeesLess),
        new("GET audit", "audit", "audit", null, [Role.SecurityOfficer, Role.Administrator], WhoIsOfAnotherStore.IsForbidden),
    ];

    /// <summary>A resource that is not in the table belongs to the whole network, and its controller says who may what.</summary>
    private static readonly Address[] Addresses =
    [
        .. Written,
        .. OfficeResource.Besides(Written.Select(address => address.Own)).SelectMany(resource => new (string Route, string Path, Permission Permission)[]
        {
            ($"GET {resource.Path}", resource.Path, resource.Permissions.Read),
            ($"GET {resource.Path}/{{id:long}}", $"{resource.Path}/1", resource.Permissions.Read),
            ($"POST {resource.Path}", resource.Path, resource.Permissions.Write),
            ($"PUT {resource.Path}/{{id:long}}", $"{resource.Path}/1", resource.Permissions.Write),
            ($"PATCH {resource.Path}/{{id:long}}", $"{resource.Path}/1", resource.Permissions.Write),
        }.Select(address => new Address(address.Route, address.Path, address.Path, resource.Body, [.. All.Where(role => role.Has(address.Permission))], WhoIsOfAnotherStore.IsForbidden))),
    ];

    private static object Webhook => new { url = "https://example.com/", events = new[] { "batch.settled" } };

    private static object Key => new { components = new[] { "0123456789ABCDEF0123456789ABCDEF", "FEDCBA9876543210FEDCBA9876543210" }, checkValue = "00000000" };

    private static object TransportKey => new { name = "one", components = new[] { "0123456789ABCDEF0123456789ABCDEF", "FEDCBA9876543210FEDCBA9876543210" }, checkValue = "00000000" };

    private static byte[] Cards => "number,product\n9900000000002008,1\n"u8.ToArray();

    private static byte[] Members => "name,mobile\n王,13800000002\n"u8.ToArray();

    private static byte[] Tickets => "card,kind,pieces\n9900000000002008,1,1\n"u8.ToArray();

    private static object Adjustment => new { card = Form.GoldCard, points = 1, reason = "x" };

    private static object Kind => new { name = "券", type = "voucher", face = 10, validDays = 30 };

    private static object Campaign => new { name = "x", multiplier = 2, from = "2026-01-01", through = "2026-01-02" };

    private static object Rules => new
    {
        pointValue = 1,
        rates = new { green = 0, gold = 0, platinum = 0, diamond = 0 },
        giftDecimals = 2,
        giftRounding = "down",
        giftValidMonths = 24,
        pendingDays = 7,
        giftsAvailableAtOnce = false,
        expiryGraceDays = 0,
        refundWindowDays = 30,
        refundMayLeaveDebt = false,
        adjustmentLimit = 1000,
    };

    private JposHost host = null!;
    private Made own = null!;
    private Made other = null!;

    /// <summary>What becomes of somebody who is of another store than the one it is about.</summary>
    public enum WhoIsOfAnotherStore
    {
        FindsNothing,
        FindsNothingToName,
        IsForbidden,
        SeesLess,

        /// <summary>It is of no store.</summary>
        SeesNothing,
    }

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        await manager.Post("ticket-kinds", Kind);
        await manager.Post("campaigns", Campaign);
        await manager.Post("adjustments", Adjustment);
        await manager.Post("imports/cards", Cards);
        (own, other) = (await Make(OwnStore, Form.Terminal), await Make(OtherStore, "20000001"));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public void Every_address_is_in_the_table()
    {
        var endpoints = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.IsSubclassOf(typeof(BackOfficeController)) is true)
            .ToList();
        Assert.That(endpoints.Select(endpoint => endpoint.Metadata.GetOrderedMetadata<RequiresAttribute>().Count), Is.All.EqualTo(1));
        Assert.That(
            endpoints.Select(endpoint => $"{endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single()} {endpoint.RoutePattern.RawText!.Split("$)}/")[1]}"),
            Is.EquivalentTo(Addresses.Select(address => address.Route)));
    }

    [TestCaseSource(nameof(All))]
    public async Task A_role_may_what_the_table_says_and_nothing_else(Role role)
    {
        var (everywhere, ofOwn) = (await BackOfficeClient.Of(host, role), await BackOfficeClient.Of(host, role, OwnStore));
        foreach (var address in Addresses)
        {
            if (!address.Roles.Contains(role))
            {
                AssertForbidden(await Send(everywhere, address, address.Own), address.Route);
                AssertForbidden(await Send(ofOwn, address, address.Own), address.Route);
                AssertForbidden(await Send(ofOwn, address, address.Other), address.Route);
                continue;
            }

            Assert.That((await Send(ofOwn, address, address.Other)).Status, address.AtOther switch
            {
                WhoIsOfAnotherStore.FindsNothing or WhoIsOfAnotherStore.SeesNothing => Is.EqualTo(HttpStatusCode.NotFound),
                WhoIsOfAnotherStore.FindsNothingToName => Is.EqualTo(HttpStatusCode.BadRequest),
                WhoIsOfAnotherStore.IsForbidden => Is.EqualTo(HttpStatusCode.Forbidden),
                _ => Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.NotFound),
            }, $"{address.Route}, other store");
            Assert.That((await Send(everywhere, address, address.Other)).Status, Is.Not.AnyOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), address.Route);
            if (address.AtOther is WhoIsOfAnotherStore.SeesNothing)
            {
                Assert.That((await Send(everywhere, address, address.Other)).Status, Is.EqualTo(HttpStatusCode.OK), address.Route);
            }

            if (address.AtOther is WhoIsOfAnotherStore.FindsNothing)
            {
                Assert.That((await Send(ofOwn, address, address.Own)).Status, Is.Not.AnyOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound), $"{address.Route}, own store");
            }
        }
    }

    [Test]
    public async Task A_list_shows_the_own_stores_only()
    {
        var ofOther = await BackOfficeClient.Of(host, Role.Administrator, OtherStore);
        Assert.That(await Keys(ofOther, "stores", "number"), Is.EqualTo([OtherStore]));
        Assert.That(await Keys(ofOther, "terminals", "number"), Is.EqualTo(["20000001"]));
        Assert.That(await Keys(ofOther, $"terminals?store={OwnStore}", "number"), Is.Empty);
        Assert.That(await Keys(ofOther, "alerts", "id"), Is.EqualTo([other.Alert]));
        Assert.That(await Keys(ofOther, "transactions?from=2026-03-01&to=2026-03-31", "serial"), Is.EqualTo([other.Serial]));
        Assert.That(await Keys(ofOther, $"transactions?batch={own.Batch}", "serial"), Is.Empty);
        Assert.That(await Keys(ofOther, "batches?state=open", "id"), Is.EqualTo([other.Batch]));
        foreach (var path in new[] { "card-products", "members", "cards", "webhooks", "audit" })
        {
            var refused = await ofOther.Get(path);
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden), path);
            Assert.That(refused["detail"], Does.Contain("network-wide"), path);
        }
    }

    private static async Task<IEnumerable<string?>> Keys(BackOfficeClient office, string path, string key) =>
        (await office.Get(path)).Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).ToString());

    private Task<BackOfficeAnswer> Send(BackOfficeClient office, Address address, string path)
    {
        path = path.Replace("OWN-BATCH", own.Batch, StringComparison.Ordinal).Replace("OTHER-BATCH", other.Batch, StringComparison.Ordinal)
            .Replace("OWN-SERIAL", own.Serial, StringComparison.Ordinal).Replace("OTHER-SERIAL", other.Serial, StringComparison.Ordinal)
            .Replace("OWN-ALERT", own.Alert, StringComparison.Ordinal).Replace("OTHER-ALERT", other.Alert, StringComparison.Ordinal);
        return address.Route.Split(' ')[0] switch
        {
            "GET" => office.Get(path),
            "POST" => office.Post(path, address.Body!),
            "PUT" => office.Put(path, address.Body!, "*"),
            "PATCH" => office.Patch(path, address.Body!, "*"),
            _ => office.Delete(path, "*"),
        };
    }

    /// <summary>A transaction of a store, in a batch of its terminal, and an alert about it.</summary>
    private async Task<Made> Make(string store, string terminal)
    {
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(terminal).With("storeNo", store));
        var consume = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1").With("storeNo", store).With("terminalNo", terminal));
        var number = TerminalNumber.Of(terminal);
        var batch = await host.InDatabase(db => db.Batches.Where(row => row.TerminalNumber == number).Select(row => row.Id).SingleAsync());
        await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, points: "2").With("storeNo", store).With("terminalNo", terminal));
        var serial = SerialNumber.Of(long.Parse(consume.Serial!, CultureInfo.InvariantCulture));
        var alert = await host.InDatabase(db => db.Alerts.Where(row => row.About == serial).Select(row => row.Id).SingleAsync());
        return new Made(batch.ToString(CultureInfo.InvariantCulture), consume.Serial!, alert.ToString(CultureInfo.InvariantCulture));
    }

    private static void AssertForbidden(BackOfficeAnswer answer, string of) =>
        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.Forbidden, "application/problem+json")), of);

    private sealed record Made(string Batch, string Serial, string Alert);

    private sealed record Address(string Route, string Own, string Other, object? Body, Role[] Roles, WhoIsOfAnotherStore AtOther = WhoIsOfAnotherStore.FindsNothing);
}
