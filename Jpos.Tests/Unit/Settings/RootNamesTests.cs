using System.Text;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace Jpos.Tests.Unit.Settings;

/// <summary>The first word of a setting is known, wherever no other program has a say.</summary>
internal sealed class RootNamesTests
{
    private const string Variable = "Jopss__Protocol__Detail";

    [TestCase("""{"Jpso":{"Demo":"false"}}""", "Jpso is not a setting. Did you mean Jpos? See docs/settings.md.")]
    [TestCase("""{"ConectionStrings":{"Jpos":"x"}}""", "ConectionStrings is not a setting. Did you mean ConnectionStrings? See docs/settings.md.")]
    [TestCase("""{"Kestrell":{"Endpoints":{}},"AllowedHosts":"*"}""", "Kestrell is not a setting. Did you mean Kestrel? See docs/settings.md.")]
    [TestCase("""{"AllowedHost":"*"}""", "AllowedHost is not a setting. Did you mean AllowedHosts? See docs/settings.md.")]
    [TestCase("""{"Protocol":{"Detail":true}}""", "Protocol is not a setting. See docs/settings.md.")]
    public void A_misspelt_section_of_a_file_is_refused(string json, string said) => Assert.That(() => Check(Json(json)), Throws.TypeOf<SettingException>().With.Message.EqualTo(said));

    [TestCase("""{"$schema":"x","AllowedHosts":"*","Logging":{},"Kestrel":{"Limits":{}},"Urls":"http://127.0.0.1:1","jpos":{"Demo":"false"},"CONNECTIONSTRINGS":{"Jpos":"x"}}""")]
    [TestCase("{}")]
    public void A_known_section_is_taken_in_any_case(string json) => Assert.That(() => Check(Json(json)), Throws.Nothing);

    [Test]
    public void Variables_of_other_programs_may_have_any_name()
    {
        Environment.SetEnvironmentVariable("JBOSS__Home", "/opt");
        Environment.SetEnvironmentVariable("Jobs__Count", "2");
        Assert.That(() => Check(new ConfigurationBuilder().AddEnvironmentVariables().Build()), Throws.Nothing);
    }

    [Test]
    public void A_variable_like_one_of_this_host_is_refused()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("ROOT_NAMES_TEST_");
        Environment.SetEnvironmentVariable("ROOT_NAMES_TEST_" + Variable, "true");
        Assert.That(() => Check(settings.Build()), Throws.TypeOf<SettingException>().With.Message.StartsWith("Jopss:Protocol is not a setting. Did you mean Jpos:Protocol?"));
    }

    private static IConfigurationRoot Json(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    private static void Check(IConfigurationRoot settings) => SettingsCheck.Run(settings, typeof(Program).Assembly, typeof(SettingsCheck).Assembly);
}
