// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

public class XMLConfigTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
        + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"settings.xml\">\n";

    private static NodeSettings everyType() {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("string", "a < b & \"c\"");
        settings.addInt("int", Integer.MIN_VALUE);
        settings.addLong("long", Long.MAX_VALUE);
        settings.addDouble("double", Double.NaN);
        settings.addFloat("float", -0.1f);
        settings.addBoolean("boolean", true);
        settings.addChar("char", '\t');
        settings.addByte("byte", (byte)-128);
        settings.addShort("short", (short)32767);
        settings.addNodeSettings("sub").addString("null", null);
        settings.addNodeSettings("empty");
        return settings;
    }

    private static byte[] save(final ConfigBase config) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        config.saveToXML(out);
        return out.toByteArray();
    }

    private static NodeSettings load(final byte[] xml) throws IOException {
        return (NodeSettings)NodeSettings.loadFromXML(new ByteArrayInputStream(xml));
    }

    private static String refusal(final String xml) {
        return assertThrows(IOException.class, () -> load(xml.getBytes(UTF_8))).getMessage();
    }

    @Test
    public void writesTheLayoutOfKnime() throws IOException {
        assertEquals(HEAD //
            + "    <entry key=\"string\" type=\"xstring\" value=\"a &lt; b &amp; &quot;c&quot;\"/>\n"
            + "    <entry key=\"int\" type=\"xint\" value=\"-2147483648\"/>\n"
            + "    <entry key=\"long\" type=\"xlong\" value=\"9223372036854775807\"/>\n"
            + "    <entry key=\"double\" type=\"xdouble\" value=\"NaN\"/>\n"
            + "    <entry key=\"float\" type=\"xfloat\" value=\"-0.1\"/>\n"
            + "    <entry key=\"boolean\" type=\"xboolean\" value=\"true\"/>\n"
            + "    <entry key=\"char\" type=\"xchar\" value=\"%%00009\"/>\n"
            + "    <entry key=\"byte\" type=\"xbyte\" value=\"-128\"/>\n"
            + "    <entry key=\"short\" type=\"xshort\" value=\"32767\"/>\n"
            + "    <config key=\"sub\">\n"
            + "        <entry key=\"null\" type=\"xstring\" isnull=\"true\" value=\"\"/>\n"
            + "    </config>\n"
            + "    <config key=\"empty\"/>\n"
            + "</config>\n", new String(save(everyType()), UTF_8));
    }

    @Test
    public void readsBackEveryType() throws IOException {
        assertTrue(load(save(everyType())).isIdentical(everyType()));
    }

    @Test
    public void readsBackEveryArray() throws IOException, InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addStringArray("string", "a", null, "");
        settings.addIntArray("int", 1, -2);
        settings.addLongArray("long", Long.MIN_VALUE);
        settings.addDoubleArray("double", 0.1, Double.NEGATIVE_INFINITY);
        settings.addFloatArray("float", Float.MIN_VALUE);
        settings.addBooleanArray("boolean", true, false);
        settings.addCharArray("char", '<', '\0', '\ud800');
        settings.addByteArray("byte", (byte)1);
        settings.addShortArray("short", (short)-1);

        final NodeSettings read = load(save(settings));

        assertArrayEquals(new String[]{"a", null, ""}, read.getStringArray("string"));
        assertArrayEquals(new int[]{1, -2}, read.getIntArray("int"));
        assertArrayEquals(new long[]{Long.MIN_VALUE}, read.getLongArray("long"));
        assertArrayEquals(new double[]{0.1, Double.NEGATIVE_INFINITY}, read.getDoubleArray("double"), 0);
        assertArrayEquals(new float[]{Float.MIN_VALUE}, read.getFloatArray("float"), 0);
        assertArrayEquals(new boolean[]{true, false}, read.getBooleanArray("boolean"));
        assertArrayEquals(new char[]{'<', '\0', '\ud800'}, read.getCharArray("char"));
        assertArrayEquals(new byte[]{1}, read.getByteArray("byte"));
        assertArrayEquals(new short[]{-1}, read.getShortArray("short"));
    }

    @Test
    public void writesArraysAsNumberedEntries() throws IOException {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addIntArray("some", 7);
        settings.addIntArray("none");
        settings.addIntArray("null", (int[])null);

        assertEquals(HEAD //
            + "    <config key=\"some\">\n"
            + "        <entry key=\"array-size\" type=\"xint\" value=\"1\"/>\n"
            + "        <entry key=\"0\" type=\"xint\" value=\"7\"/>\n"
            + "    </config>\n"
            + "    <config key=\"none\">\n"
            + "        <entry key=\"array-size\" type=\"xint\" value=\"0\"/>\n"
            + "    </config>\n"
            + "    <config key=\"null\"/>\n"
            + "</config>\n", new String(save(settings), UTF_8));
    }

    @Test
    public void keepsEmptyAndNullArraysApart() throws IOException, InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addStringArray("none");
        settings.addStringArray("null", (String[])null);

        final NodeSettings read = load(save(settings));

        assertEquals(0, read.getStringArray("none").length);
        assertNull(read.getStringArray("null"));
    }

    @Test
    public void readsBackEveryCharacter() throws IOException, InvalidSettingsException {
        final char[] all = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = (char)i;
        }
        final String text = new String(all) + "\ud83d\ude00";
        final NodeSettings settings = new NodeSettings("s");
        settings.addString("text\n", text);

        assertEquals(text, load(save(settings)).getString("text\n"));
    }

    @Test
    public void readsBackTextThatLooksEscaped() throws IOException, InvalidSettingsException {
        for (final String text : Arrays.asList("%%00009", "100%", "%%", "%%%", "%\t", "%%99999", "%%\n%")) {
            final NodeSettings settings = new NodeSettings("s");
            settings.addString("text", text);

            assertEquals(text, load(save(settings)).getString("text"));
        }
    }

    @Test
    public void storesATransientStringAsNull() throws IOException {
        final NodeSettings settings = new NodeSettings("s");
        settings.addTransientString("key", "secret");

        final byte[] xml = save(settings);

        assertEquals("secret", settings.getTransientString("key"));
        assertFalse(new String(xml, UTF_8).contains("secret"));
        assertTrue(load(xml).containsKey("key"));
        assertNull(load(xml).getTransientString("key"));
    }

    @Test
    public void keepsAnEncryptedPasswordAsItIs() throws IOException {
        final String entry = "    <entry key=\"p\" type=\"xpassword\" value=\"0123abc\"/>\n";

        assertEquals(HEAD + entry + "</config>\n", new String(save(load((HEAD + entry + "</config>")
            .getBytes(UTF_8))), UTF_8));
    }

    @Test
    public void takesTheKeyOfTheRoot() throws IOException {
        assertEquals("model", load("<config key='model'/>".getBytes(UTF_8)).getKey());
    }

    @Test
    public void closesTheStreams() throws IOException {
        final boolean[] closed = new boolean[2];
        everyType().saveToXML(new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        NodeSettings.loadFromXML(new ByteArrayInputStream(save(everyType())) {
            @Override
            public void close() {
                closed[1] = true;
            }
        });

        assertTrue(closed[0]);
        assertTrue(closed[1]);
    }

    @Test
    public void refusesADocumentType() {
        final String xml = "<!DOCTYPE config [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n"
            + "<config key='a'><entry key='b' type='xstring' value='&e;'/></config>";

        assertTrue(refusal(xml), refusal(xml).startsWith("Settings cannot be read: DOCTYPE is disallowed"));
    }

    @Test
    public void refusesEveryTruncation() throws IOException {
        final String xml = new String(save(everyType()), UTF_8).trim();
        for (int length = 0; length < xml.length(); length++) {
            final String prefix = xml.substring(0, length);
            assertTrue(refusal(prefix).startsWith("Settings cannot be read: "));
        }
    }

    @Test
    public void refusesAValueThatIsNotOfItsType() {
        for (final String type : new String[]{"xint", "xlong", "xdouble", "xfloat", "xboolean", "xchar", "xbyte",
            "xshort"}) {
            assertEquals("Settings cannot be read: Value \"TRUE!\" of key \"k\" is no " + type + " in line 1.",
                refusal("<config key='c'><entry key='k' type='" + type + "' value='TRUE!'/></config>"));
        }
    }

    @Test
    public void refusesANumberThatIsNull() {
        assertEquals("Settings cannot be read: Value \"\" of key \"k\" is no xint in line 1.",
            refusal("<config key='c'><entry key='k' type='xint' isnull='true' value=''/></config>"));
    }

    @Test
    public void refusesAnUnknownType() {
        assertEquals("Settings cannot be read: Unknown type \"xtruth\" of key \"k\" in line 2.",
            refusal("<config key='c'>\n<entry key='k' type='xtruth' value='1'/></config>"));
    }

    @Test
    public void refusesAConfigAsEntry() {
        assertEquals("Settings cannot be read: Value \"1\" of key \"k\" is no config in line 1.",
            refusal("<config key='c'><entry key='k' type='config' value='1'/></config>"));
    }

    @Test
    public void refusesOtherElements() {
        assertEquals("Settings cannot be read: Unexpected element <b> in line 1.",
            refusal("<config key='c'><b key='k'/></config>"));
        assertEquals("Settings cannot be read: Unexpected element <entry> in line 1.",
            refusal("<entry key='k' type='xint' value='1'/>"));
    }

    @Test
    public void refusesAMissingAttribute() {
        assertEquals("Settings cannot be read: Attribute \"key\" is missing in <config> in line 1.",
            refusal("<config/>"));
        assertEquals("Settings cannot be read: Attribute \"value\" is missing in <entry> in line 1.",
            refusal("<config key='c'><entry key='k' type='xint'/></config>"));
    }
}
