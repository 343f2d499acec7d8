// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Seeds;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Networks on disk: what is written is read, and nothing else. */
public final class NetworkFileTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private static final int CHECKSUM = 72;

    private static final String HEAD = "The network cannot be read: ";

    private static final String TAIL = ". Write it again from the node that trained it.";

    /** A file of the first version, before it named the architecture. */
    private static final String FIRST = """
        UEsDBBQACAgIAAAAIQAAAAAAAAAAAAAAAAAMAAkAbmV0d29yay5qc29uVVQFAAEAps4SpVS5jtswEO39FQZr2aCu2EqZKk2qpAu2
        GJOzFmGJFEhKirHYfw8PWVJiG9ggjah5c/C94ZBvm+2WvCrdgiWf3Z/uz9AMwggldxLtqPSFJD5mQO1BF5QG23TInPHm/p3FapAS
        G+OQLIlQjeJc+6KfJmAU3NbOLidbKo4+4Wcwt1Op6IIWPR2m5ECSBRey623Iib/kZeW0125OUk1vPduV+1U01mlwEfkKvaB2vBfa
        ATRWC443qRPYAedCnv9CTwJ8Sat7XKHArBjAxn4RjU1PJud78lxtp1TzRG1oxCOxPsezWksSkntXC79E27fkw2qzh2rpB5hzlAaf
        UA+qHlG/S+qlCDnFf3fSMKXdbD0mFPf9J0b5U0auc9IKe51ZhfVlM/EjrAFj4pgTIIkbGP9hcXvSaaG099F9Vibb27e8edWAEiTD
        +ZbctJIWba3CMVsNYhl0YtBad3BmvpsBxU6x2mMkv+ufS0FfaXeYEQ4WQkP8OqMoz0KGRtF9uqexkBcc6TJlrLlnKhaWu3QpNtbx
        xfnhHesJJg2c4ktCF4bQdg2aEBu4pvTO+d2fOf8jre+cgND8dAHdYzeC5t+AeUdF6SGtqqwsDgV16xx2AnZZxaVHmhZ5dSxpVRzT
        6jjPKOkQLl+u0zZZXpSrvrpry4OS/YKOYO1X1euIZ+XSxc375jdQSwcIUxie7AACAACPBQAAUEsDBBQACAgIAAAAIQAAAAAAAAAA
        AAAAAAALAAkAd2VpZ2h0cy5iaW5VVAUAAQCmzhId0C1MQmEUBuAvGAgGAoFAIBAMBgLBgHoDgWC4wWAgEAgEwg0EA+GOMXfnGLtj
        jDET0Wg0+EMkEolEopHoo2d7zt6d8IYTwst3CCuWLJiTM2PKMxlPTBiTMuKRIQkD+vTo0uGBe2LuaNMioskVDepcckGNKhXKlChy
        ToEzAqevEH44cmDPji0b3nnjlTUrcjJSErrERNSpUiT8dX7qYU1KRPjLH+F/0qZ17U7Kmg0Hwo0eqtSJiOmSkJKRs2LNK2+8s2HL
        jj0HjvxwItz6AwXOKVKiTIUqNS64pE6DK5pEtGhzR8w9D3To0qPPgIQhj4xIGTPhiYxnpszImbNgyer2F1BLBwjKjOCFAQEAAGgC
        AABQSwECFAAUAAgICAAAACEAUxie7AACAACPBQAADAAJAAAAAAAAAAAAAAAAAAAAbmV0d29yay5qc29uVVQFAAEAps4SUEsBAhQA
        FAAICAgAAAAhAMqM4IUBAQAAaAIAAAsACQAAAAAAAAAAAAAAQwIAAHdlaWdodHMuYmluVVQFAAEAps4SUEsFBgAAAAACAAIAhQAA
        AIYDAABIAFNIQS0yNTYgMWY3MmFjMWUxN2MxMmFhMzAyNGRmZjc3ODU1YzcyZGQ2NWM1ZjE4MjdmNDQ4M2Y3MzUzN2VmYzM0YTE3
        NmRjYg==
        """;

    private static final String DAMAGED =
        HEAD + "the file is damaged or cut off (its checksum is wrong)" + TAIL;

    /** The first versions did not count processor time; their energy stays as it was. */
    @Test
    public void readsCostsWithoutProcessorTime() throws IOException {
        final Map<String, byte[]> entries = entries(save(trained(Networks.spec(), Networks.CLASSES)));
        final String json = new String(entries.get("network.json"), StandardCharsets.UTF_8);
        final String earlier = json.replaceAll("\"cpuSeconds\":\\s*[0-9.E-]+,", "");
        assertNotEquals(json, earlier);
        entries.put("network.json", earlier.getBytes(StandardCharsets.UTF_8));

        final CostEntry cost = load(file(entries)).history().ledger().entries().get(0);

        assertEquals(Optional.empty(), cost.amount(Quantity.CPU_SECONDS));
        assertEquals(0.3 * 10 / 3600, cost.measure(Quantity.WATT_HOURS), 1e-15);
    }

    @Test
    public void readsWhatItWrote() throws IOException {
        final Network network = trained(Networks.spec(), Networks.CLASSES);

        final Network read = load(save(network));

        assertEquals(network.hash(), read.hash());
        assertEquals(network.spec(), read.spec());
        assertEquals(network.classes(), read.classes());
        assertArrayEquals(network.weights(), read.weights(), 0);
        assertArrayEquals(network.history().prior(), read.history().prior(), 0);
        assertEquals(network.history().provenance(), read.history().provenance());
        assertEquals(network.history().ledger(), read.history().ledger());
        assertEquals("lenet", read.history().architecture());
    }

    @Test
    public void readsFilesOfTheFirstVersion() throws IOException {
        final Network network = load(Base64.getMimeDecoder().decode(FIRST));

        assertEquals("3f82af377381a6d07e0fe83fa33a449ddada45422c021541eb1ad4e209323444", network.hash());
        assertEquals(Networks.spec(), network.spec());
        assertEquals(-77 / 64f, network.weights()[0], 0);
        assertEquals("", network.history().architecture());
        assertEquals(-7, network.history().provenance().get(0).seed());
        assertEquals(0.25, network.history().ledger().total().measure(Quantity.WATT_HOURS), 0);
    }

    @Test
    public void reasonStandsAlone() {
        assertEquals("this is no network file of Frugal Vision, or one cut off at its start",
            assertThrows(NetworkFormatException.class, () -> load(new byte[0])).reason());
    }

    @Test
    public void looksAtTheStartAndTheLengthBeforeItReadsAForeignFile() throws IOException {
        final Path file = m_folder.newFile().toPath();
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
            assertThrows(NetworkFormatException.class, () -> Network.load(file));
            sparse.write(new byte[]{'P', 'K', 3, 4});
        }

        assertEquals("the file has 3,221,225,472 bytes, and a network at most 2,033,554,432",
            assertThrows(NetworkFormatException.class, () -> Network.load(file)).reason());
    }

    @Test
    public void refusesMoreWeightsThanAFileOfItsLengthCanHold() throws IOException {
        assertMessage("the file is too short for the 40,000,353 weights of its network",
            changed("\"units\": 4", "\"units\": 1290333", new byte[0]));
    }

    @Test
    public void keepsAnyClassName() throws IOException {
        final List<String> classes = List.of("", "a \"b\" \\ \n\t\u0000", "\u00e4 \u732b \ud83d\ude3a");

        assertEquals(classes, load(save(trained(Networks.spec(), classes))).classes());
    }

    @Test
    public void equalNetworksGiveEqualBytes() throws IOException {
        assertArrayEquals(save(Networks.network(1)), save(Networks.network(1)));
    }

    @Test
    public void refusesEveryPrefix() throws IOException {
        final byte[] file = save(Network.initialise(
            Architectures.create("lenet5").build(new ImageShape(1, 28, 28), 3), Networks.CLASSES, Seeds.of(1)));
        assertTrue(file.length > 200 << 10);

        for (int length = 0; length < file.length; length += 1 << 10) {
            final byte[] prefix = Arrays.copyOf(file, length);
            final String message =
                assertThrows(NetworkFormatException.class, () -> load(prefix)).getMessage();
            assertEquals(length == 0
                ? HEAD + "this is no network file of Frugal Vision, or one cut off at its start" + TAIL : DAMAGED,
                message);
        }
        final byte[] almost = Arrays.copyOf(file, file.length - 1);
        assertEquals(DAMAGED, assertThrows(NetworkFormatException.class, () -> load(almost)).getMessage());
    }

    @Test
    public void refusesEveryChangedByte() throws IOException {
        final byte[] file = save(trained(Networks.spec(), Networks.CLASSES));
        final RandomGenerator random = Seeds.of(20).generator();

        for (int i = 0; i < 500; i++) {
            final byte[] changed = file.clone();
            final int at = random.nextInt(file.length);
            changed[at] ^= 1 + random.nextInt(255);
            assertThrows("byte " + at, NetworkFormatException.class, () -> load(changed));
        }
    }

    @Test
    public void refusesForeignFiles() {
        for (final String content : List.of("", "PK", "PK\3\4", "no network ".repeat(50))) {
            assertThrows(content, NetworkFormatException.class,
                () -> load(content.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Test
    public void refusesOtherEntries() throws IOException {
        final Map<String, byte[]> entries = entries(save(Networks.network(1)));
        final Map<String, byte[]> more = new LinkedHashMap<>(entries);
        more.put("preprocessor.bin", new byte[]{(byte)0xac, (byte)0xed, 0, 5});
        final Map<String, byte[]> less = new LinkedHashMap<>(entries);
        less.remove("weights.bin");

        assertMessage("the file holds more than a network", more);
        assertMessage("the file lacks weights.bin", less);
        assertMessage("the file lacks network.json", Map.of("configuration.json", new byte[9]));
    }

    @Test
    public void refusesBombs() throws IOException {
        assertMessage("network.json is larger than it may be", Map.of("network.json", new byte[(16 << 20) + 1]));
        assertMessage("weights.bin is larger than it may be", changed("", "", new byte[154 * 4 + 1]));
        assertMessage("the file has too few weights", changed("", "", new byte[154 * 4 - 4]));
        assertMessage("A network must have at most 500,000,000 parameters; node \"dense\" exceeds that",
            changed("\"units\": 4", "\"units\": 100000000", new byte[0]));
        assertMessage("\"units\" in its description is 2147483648, too large",
            changed("\"units\": 4", "\"units\": 2147483648", new byte[0]));
    }

    @Test
    public void refusesWeightsThatAreNotFinite() throws IOException {
        final byte[] weights = new byte[154 * 4];
        weights[2] = (byte)0x80;
        weights[3] = 0x7f;

        assertMessage("it has a weight that is not finite: Infinity", changed("", "", weights));
    }

    /** Earlier programs know versions 1 and 2, and refuse this one in a sentence. */
    @Test
    public void networksForSeveralLabelsAreOfALaterVersion() throws IOException {
        final Network one = trained(Networks.spec(), Networks.CLASSES);
        final Network several = new Network(one.spec(), one.classes(), one.weights(), new NetworkHistory("lenet",
            Labelling.SEVERAL, new double[]{0.9, 0.8, 0}, one.history().provenance(), one.history().ledger()));
        final byte[] file = save(several);

        assertEquals(Labelling.SEVERAL, load(file).labelling());
        assertEquals(several.hash(), load(file).hash());
        assertArrayEquals(new double[]{0.9, 0.8, 0}, load(file).history().prior(), 0);
        assertNotEquals(one.hash(), several.hash());
        final String json = new String(entries(file).get("network.json"), StandardCharsets.UTF_8);
        assertTrue(json, json.contains("\"version\": 3") && json.contains("\"labelling\": \"several\""));
        final String plain = new String(entries(save(one)).get("network.json"), StandardCharsets.UTF_8);
        assertTrue(plain, plain.contains("\"version\": 1") && !plain.contains("labelling"));
    }

    @Test
    public void refusesNetworksThatDoNotTellTheirLabels() throws IOException {
        assertMessage("it does not tell how many labels an image has",
            changed("\"version\": 1", "\"version\": 3, \"labelling\": \"dozens\"", null));
    }

    /** Earlier programs know versions 1 to 3, and refuse this one in a sentence. */
    @Test
    public void keepsHowItIsAppliedInWholeNumbers() throws IOException {
        final Network coded = coded();
        final Network ranged = coded.inEightBits(
            List.of(new ActivationRange("conv", 0, 1.1f), new ActivationRange("dense", -0.3f, 2)));
        final byte[] file = save(ranged);

        assertEquals(ranged.ranges(), load(file).ranges());
        assertEquals(ranged.hash(), load(file).hash());
        assertNotEquals(coded.hash(), ranged.hash());
        final String json = new String(entries(file).get("network.json"), StandardCharsets.UTF_8);
        assertTrue(json, json.contains("\"version\": 4") && json.contains("\"ranges\""));
        assertEquals(ranged.ranges(), load(save(ranged.forImages(ranged.spec().input(), "Image"))).ranges());
    }

    @Test
    public void refusesRangesThatAreNone() throws IOException {
        final byte[] file = save(coded().inEightBits(List.of(new ActivationRange("conv", 0, 1))));
        final Map<String, byte[]> entries = entries(file);
        final String json = new String(entries.get("network.json"), StandardCharsets.UTF_8);

        for (final String[] change : new String[][]{
            {"\"most\": 1.0", "\"most\": -1.0", "the outputs of node \"conv\" cannot lie between 0.0 and -1.0"},
            {"\"most\": 1.0", "\"most\": 1e300",
                "the outputs of node \"conv\" cannot lie between 0.0 and Infinity"},
            {"\"node\": \"conv\", \"least\"", "\"node\": \"dance\", \"least\"",
                "there is no node \"dance\" of which a range could be told"}}) {
            final String changed = json.replaceFirst("\\s+(?=\"least\")", " ").replace(change[0], change[1]);
            assertTrue(changed, changed.contains(change[1]));
            entries.put("network.json", changed.getBytes(StandardCharsets.UTF_8));
            assertMessage(change[2], entries);
        }
    }

    @Test
    public void refusesLaterVersionsAndUnknownParts() throws IOException {
        assertMessage("it has format version 5, and this version of Frugal Vision reads versions 1 to 4",
            changed("\"version\": 1", "\"version\": 5", null));
        assertMessage("this is no network file of Frugal Vision",
            changed("frugalvision-network", "other-network", null));
        assertMessage("it has a layer of the type \"attention\", which this version does not know",
            changed("\"pooling\"", "\"attention\"", null));
        assertMessage("it uses \"gelu\", which this version does not know", changed("\"relu\"", "\"gelu\"", null));
        assertMessage("\"classes\" is missing in its description, or of another type",
            changed("\"classes\"", "\"labels\"", null));
        assertMessage("\"stride\" is missing in its description, or of another type",
            changed("\"stride\": 1", "\"stride\": \"1\"", null));
        assertMessage("Node \"scores\" is not possible: its input \"dense2\" is no earlier node",
            changed("\"inputs\": [\"dense\"]", "\"inputs\": [\"dense2\"]", null));
        assertMessage("the network needs 3 different class names, but has 2", changed("\"a\"", "\"b\"", null));
    }

    private void assertMessage(final String reason, final Map<String, byte[]> entries) throws IOException {
        final byte[] file = file(entries);
        assertEquals(HEAD + reason + TAIL,
            assertThrows(NetworkFormatException.class, () -> load(file)).getMessage());
    }

    /** A file of our own make with one change in the description, and other weights unless null. */
    private static Map<String, byte[]> changed(final String from, final String to, final byte[] weights)
        throws IOException {
        final Map<String, byte[]> entries = entries(save(Networks.network(1)));
        final String json = new String(entries.get("network.json"), StandardCharsets.UTF_8);
        assertTrue(from, json.contains(from));
        entries.put("network.json", json.replace(from, to).getBytes(StandardCharsets.UTF_8));
        if (weights != null) {
            entries.put("weights.bin", weights);
        }
        return entries;
    }

    private static Map<String, byte[]> entries(final byte[] file) throws IOException {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** A zip with a right checksum. */
    private static byte[] file(final Map<String, byte[]> entries) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(" ".repeat(CHECKSUM));
            for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        final byte[] file = bytes.toByteArray();
        final int content = file.length - CHECKSUM;
        final String checksum = "SHA-256 " + new Fingerprint().add(file, 0, content).hex();
        System.arraycopy(checksum.getBytes(StandardCharsets.US_ASCII), 0, file, content, CHECKSUM);
        return file;
    }

    private static Network trained(final NetworkSpec spec, final List<String> classes) {
        final var provenance = new Provenance("train", Map.of("epochs", "3"), Long.MIN_VALUE, "data", "0.1.0");
        final var ledger = CostLedger.empty().plus(CostEntry.of(CostEntry.idOf("train", provenance), "Training")
            .withTraining(100, 10, 1L << 53, 1L << 54).withSeconds(0.1, 0.3).withPeakBytes(12345));
        return new Network(spec, classes, Networks.network(4).weights(),
            new NetworkHistory("lenet", Labelling.ONE, new double[]{0.1, 0.2, 0.7}, List.of(provenance), ledger));
    }

    private static byte[] save(final Network network) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        network.save(out);
        return out.toByteArray();
    }

    /** Its first layer has weights that are multiples of a hundredth. */
    private static Network coded() {
        final Network network = Networks.network(1);
        final float[] weights = network.weights();
        final Tensor tensor = network.spec().tensors().get(0);
        for (int i = tensor.offset(); i < tensor.end(); i++) {
            weights[i] = Math.round(weights[i] * 100) * 0.01f;
        }
        return new Network(network.spec(), network.classes(), weights, network.history()).coded(List.of(
            new CodedTensor(new CodedTensor.Form(tensor.node(), 8, false), new float[]{0.01f})));
    }

    private Network load(final byte[] file) throws IOException {
        return Network.load(Files.write(m_folder.getRoot().toPath().resolve("network"), file));
    }
}
