// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files that are no networks, damaged ones, and ones made to do harm. */
public final class ModelFileTest {

    private static final String CONFIGURATION = "configuration.json";

    private static final String WEIGHTS = "coefficients.bin";

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    /** A network of 154 weights as DL4J writes it. */
    private byte[] m_exported;

    private Map<String, byte[]> m_entries;

    private ImportSettings m_settings = ImportSettings.asInFile();

    @Before
    public void export() throws Exception {
        final var out = new ByteArrayOutputStream();
        Dl4jExport.write(Networks.network(1), out, RunControl.none());
        m_exported = out.toByteArray();
        m_entries = entries(m_exported);
    }

    @Test
    public void readsOurOwnFiles() throws IOException {
        final Network network = Networks.network(1);
        final var out = new ByteArrayOutputStream();
        network.save(out);

        assertEquals(network.hash(), read(out.toByteArray()).network().hash());
    }

    @Test
    public void refusesWhatIsNoNetwork() throws IOException {
        assertReason("the file is empty", new byte[0]);
        assertReason("this is no network file of Frugal Vision, DL4J or Keras",
            new byte[]{(byte)0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});
        assertReason("this is no network file of Frugal Vision, DL4J or Keras",
            new byte[]{(byte)0xac, (byte)0xed, 0, 5, 's', 'r'});
        assertReason("the zip file is damaged or cut off (zip END header not found)", new byte[]{'P', 'K', 3, 4});
        assertEquals("this is no file", assertThrows(NetworkFormatException.class,
            () -> ModelFile.read(m_folder.getRoot().toPath(), ImportSettings.asInFile())).reason());
    }

    @Test
    public void refusesEntriesThatDoNotBelongToANetwork() throws Exception {
        assertReason("the zip file holds \"word/document.xml\", which does not belong to a network",
            zip(Map.of("word/document.xml", new byte[9])));
        assertReason("the zip file holds \"../escape\", which does not belong to a network",
            with("../escape", new byte[1]));
        assertReason("the zip file holds \"objects/state\", which does not belong to a network",
            with("objects/state", serialised()));
        assertReason("this is a \".keras\" file, which is not read; save the model as \".h5\" in Keras",
            zip(Map.of("config.json", new byte[9], "model.weights.h5", new byte[9])));
    }

    @Test
    public void refusesAnEntryTwice() throws Exception {
        final byte[] file = with("coefficients.bim", new byte[1]);
        final String text = new String(file, StandardCharsets.ISO_8859_1);

        assertReason("the zip file holds \"coefficients.bin\" twice",
            text.replace("coefficients.bim", WEIGHTS).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    public void neverReadsJavaObjects() throws Exception {
        assertReason("its entry \"configuration.json\" is a serialised Java object, which is never read",
            with(CONFIGURATION, serialised()));
        assertReason("its entry \"coefficients.bin\" is a serialised Java object, which is never read",
            with(WEIGHTS, serialised()));
    }

    @Test
    public void passesOverNormalizersAndSaysSo() throws Exception {
        for (final String name : List.of("normalizer.bin", "preprocessor.bin")) {
            assertEquals(List.of("The file holds \"" + name + "\", which is never read: set \"Pixel values\" to what "
                + "the network was trained with."), read(with(name, serialised())).remarks());
        }
    }

    @Test
    public void refusesAFileThatLacksAPart() throws Exception {
        assertReason("the zip file lacks \"coefficients.bin\"", without(WEIGHTS));
        assertReason("the zip file lacks \"configuration.json\"", without(CONFIGURATION));
        assertReason("a DL4J file does not tell the size of the images; set \"Image height\" and \"Image width\" to "
            + "what the network was trained with", without(Companion.ENTRY));
    }

    @Test
    public void refusesBombs() throws Exception {
        assertReason("its entry \"configuration.json\" has more than the 4,194,304 bytes that it may have",
            with(CONFIGURATION, new byte[(4 << 20) + 1]));
        assertReason("it holds 2,000,000,000 weights, but its layers need 154",
            with(WEIGHTS, array(2_000_000_000L, "FLOAT", new byte[1 << 20])));
        assertReason("its weights are no array of ND4J", with(WEIGHTS, new byte[64 << 20]));
        assertReason("its weights are cut off", with(WEIGHTS, array(154, "FLOAT", new byte[400])));
        assertReason("its weights are of the type \"UTF8\", but must be FLOAT or DOUBLE",
            with(WEIGHTS, array(154, "UTF8", new byte[154 * 8])));
        assertReason("A network must have at most 500,000,000 parameters; node \"dense\" exceeds that",
            changed(Map.of("\"nout\" : 4,", "\"nout\" : 100000000,", "\"nin\" : 4,", "\"nin\" : 100000000,")));
        assertReason("DenseLayer \"dense\" is not possible: \"nout\" in its description is 4000000000, too large",
            changed(Map.of("\"nout\" : 4,", "\"nout\" : 4000000000,")));
    }

    @Test
    public void readsDoubles() throws Exception {
        final byte[] values = new byte[154 * 8];
        ByteBuffer.wrap(values).asDoubleBuffer().put(3, 0.5);

        assertEquals(0.5f, read(with(WEIGHTS, array(154, "DOUBLE", values))).network().weights()[0], 0);
    }

    @Test
    public void refusesWeightsThatAreNotFinite() throws Exception {
        final byte[] values = new byte[154 * 4];
        Arrays.fill(values, (byte)-1);

        assertReason("it has a weight that is not finite: NaN", with(WEIGHTS, array(154, "FLOAT", values)));
    }

    @Test
    public void endsWithASentenceWhateverIsChanged() throws Exception {
        final byte[] file = m_exported;
        final RandomGenerator random = Seeds.of(3).generator();
        for (int i = 0; i < 500; i++) {
            final byte[] changed = random.nextInt(5) == 0 ? Arrays.copyOf(file, random.nextInt(file.length))
                : file.clone();
            for (int k = random.nextInt(4); k >= 0 && changed.length > 0; k--) {
                changed[random.nextInt(changed.length)] = (byte)random.nextInt();
            }
            readOrRefuse(changed);
        }
    }

    @Test
    public void endsWithASentenceWhateverTheConfigurationSays() throws Exception {
        final String json = new String(m_entries.get(CONFIGURATION), StandardCharsets.UTF_8);
        final RandomGenerator random = Seeds.of(4).generator();
        final List<String> others =
            List.of("null", "-1", "0", "1e300", "2147483647", "\"\"", "[ ]", "{ }", "true", "[ 1, -1 ]", "7");
        for (int i = 0; i < 500; i++) {
            final int colon = json.indexOf(" : ", random.nextInt(json.length() - 200)) + 3;
            final int end = json.indexOf('\n', colon);
            final String line = json.substring(colon, end);
            final String value = others.get(random.nextInt(others.size())) + (line.endsWith(",") ? "," : "");
            m_settings = i % 2 == 0 ? ImportSettings.asInFile()
                : new ImportSettings(List.of(), 6, 5, PixelRange.MINUS_ONE_TO_ONE);
            if (i % 2 == 1) {
                m_entries.remove(Companion.ENTRY);
            }
            readOrRefuse(with(CONFIGURATION,
                (json.substring(0, colon) + value + json.substring(end)).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    public void settingsKeepTheirRules() {
        assertEquals("\"Image height\" must be from 1 to 16,384, or 0 if the file tells it, but is -1.",
            assertThrows(SettingsException.class,
                () -> new ImportSettings(List.of(), -1, 5, PixelRange.AUTOMATIC)).getMessage());
        assertEquals("\"Image width\" must be 0 exactly if \"Image height\" is, but is 5.",
            assertThrows(SettingsException.class,
                () -> new ImportSettings(List.of(), 0, 5, PixelRange.AUTOMATIC)).getMessage());
        assertEquals("\"Class names\" must name each class once, but is \"a, b, a\".",
            assertThrows(SettingsException.class,
                () -> new ImportSettings(List.of("a", "b", "a"), 0, 0, PixelRange.AUTOMATIC)).getMessage());
    }

    private void readOrRefuse(final byte[] content) throws IOException {
        try {
            read(content);
        } catch (NetworkFormatException e) {
            assertEquals(e.reason(), e.reason().strip());
        }
    }

    private void assertReason(final String reason, final byte[] content) {
        assertEquals(reason, assertThrows(reason, NetworkFormatException.class, () -> read(content)).reason());
    }

    private ImportedNetwork read(final byte[] content) throws IOException {
        final Path file = m_folder.getRoot().toPath().resolve("network");
        Files.write(file, content);
        return ModelFile.read(file, m_settings);
    }

    private byte[] with(final String name, final byte[] content) throws Exception {
        final Map<String, byte[]> entries = new LinkedHashMap<>(m_entries);
        entries.put(name, content);
        return zip(entries);
    }

    private byte[] without(final String name) throws Exception {
        final Map<String, byte[]> entries = new LinkedHashMap<>(m_entries);
        entries.remove(name);
        return zip(entries);
    }

    private byte[] changed(final Map<String, String> changes) throws Exception {
        String json = new String(m_entries.get(CONFIGURATION), StandardCharsets.UTF_8);
        for (final var change : changes.entrySet()) {
            json = json.replace(change.getKey(), change.getValue());
        }
        return with(CONFIGURATION, json.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, byte[]> entries(final byte[] file) throws IOException {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(Files.write(m_folder.newFile().toPath(), file).toFile())) {
            for (final var entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(final Map<String, byte[]> entries) throws IOException {
        final var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] array(final long length, final String type, final byte[] values) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        final var out = new DataOutputStream(bytes);
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(6);
        out.writeUTF("LONG");
        for (final long number : new long[]{1, length, 1, 0, 1, 'c'}) {
            out.writeLong(number);
        }
        out.writeUTF("MIXED_DATA_TYPES");
        out.writeLong(length);
        out.writeUTF(type);
        out.write(values);
        return bytes.toByteArray();
    }

    private static byte[] serialised() throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>());
        }
        return bytes.toByteArray();
    }
}
