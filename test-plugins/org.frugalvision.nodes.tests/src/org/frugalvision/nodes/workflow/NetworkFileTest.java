// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.exchange.ImportSettings;
import org.frugalvision.engine.exchange.ModelFile;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.reader.CnnReaderNodeFactory;
import org.frugalvision.nodes.learn.writer.CnnWriterNodeFactory;
import org.frugalvision.nodes.probe.ImageTableProbeNodeFactory;
import org.frugalvision.nodes.probe.PortProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.workflow.BatchExecutor;

/** Networks on their way through files, and what users see when a file is none, is damaged or may not be written. */
public class NetworkFileTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final Path KERAS = Path.of(System.getProperty("frugalvision.repository"), "test-plugins",
        "org.frugalvision.engine.tests", "src", "org", "frugalvision", "engine", "exchange", "keras");

    private static final String CHECKSUM_TITLE = "SHA-256 ";

    private static final int CHECKSUM_LENGTH = CHECKSUM_TITLE.length() + 64;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
    }

    @Test
    public void aNetworkComesBackFromItsFileAsItWas() throws Exception {
        final Path before = m_temporary.getRoot().toPath().resolve("before");
        final Path after = m_temporary.getRoot().toPath().resolve("after");
        final int learner = learner();
        final int writer = writer(learner, "new/folders/network.zip", "FAIL");
        final int reader = reader("new/folders/network.zip");
        writer(reader, "again.zip", "FAIL");
        m_workflow.connect(writer, 0, reader, 0).connect(learner, 1, probe(before), 1)
            .connect(reader, 1, probe(after), 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(Files.readString(before), Files.readString(after));
        assertArrayEquals(Files.readAllBytes(m_workflow.folder().resolve("new/folders/network.zip")),
            Files.readAllBytes(m_workflow.folder().resolve("again.zip")));
        try (var files = Files.list(m_workflow.folder().resolve("new/folders"))) {
            assertEquals(Arrays.asList("network.zip"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    public void aNetworkComesBackFromAFileOfDl4j() throws Exception {
        final int learner = learner();
        final int own = writer(learner, "own.zip", "FAIL");
        final int dl4j = m_workflow.add(CnnWriterNodeFactory.class, model -> {
            model.addString("file", "dl4j.zip");
            model.addString("format", "DL4J");
        });
        final int reader = reader("dl4j.zip");
        m_workflow.connect(learner, 1, dl4j, 1).connect(dl4j, 0, reader, 0).connect(own, 0, dl4j, 0);
        writer(reader, "back.zip", "FAIL");

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(Network.load(m_workflow.folder().resolve("own.zip")).hash(),
            Network.load(m_workflow.folder().resolve("back.zip")).hash());
    }

    @Test
    public void readerTakesModelsOfKeras() throws Exception {
        final int reader = m_workflow.add(CnnReaderNodeFactory.class, model -> {
            model.addString("file", KERAS.resolve("sequential.h5").toString());
            model.addString("classes", "cat, dog , eel");
        });
        writer(reader, "network.zip", "FAIL");

        assertEquals(SUCCESS, m_workflow.run());
        final Network network = Network.load(m_workflow.folder().resolve("network.zip"));
        assertEquals(List.of("cat", "dog", "eel"), network.classes());
        assertEquals("Keras network", network.history().architecture());
    }

    @Test
    public void readerNamesEveryLayerThatIsInTheWay() throws Exception {
        final int reader = reader(KERAS.resolve("refused.h5").toString());

        assertEquals(FAILED, m_workflow.run());
        final String message = m_workflow.message(reader);
        for (final String layer : List.of("Conv2D \"wide\"", "LSTM \"lstm\"", "Concatenate \"both\"",
            "Lambda \"code\"")) {
            assertTrue(message, message.contains(layer));
        }
    }

    @Test
    public void readerSaysThatClassesHaveNoNames() throws Exception {
        final int reader = reader(KERAS.resolve("sequential.h5").toString());
        writer(reader, "network.zip", "FAIL");

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: The file does not name the classes; they are called \"class 0\" to \"class 2\" unless "
            + "\"Class names\" tells them.", m_workflow.message(reader));
    }

    @Test
    public void writerLeavesAnExistingFileAlone() throws Exception {
        final Path file = file("network.zip", "precious");
        final int writer = writer(learner(), "network.zip", "FAIL");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\" exists already.".formatted(file), m_workflow.message(writer));
        assertEquals("precious", Files.readString(file));
    }

    @Test
    public void writerReplacesAnExistingFileWhenAsked() throws Exception {
        final Path file = file("network.zip", "of no use");
        writer(learner(), "network.zip", "OVERWRITE");

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("PK", Files.readString(file, StandardCharsets.ISO_8859_1).substring(0, 2));
    }

    @Test
    public void writerRefusesAFolder() throws Exception {
        final Path folder = Files.createDirectory(m_workflow.folder().resolve("folder"));
        final int writer = writer(learner(), "folder", "OVERWRITE");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"File\" must name a file, but \"%s\" is a folder.".formatted(folder),
            m_workflow.message(writer));
    }

    @Test
    public void writerNamesTheFileThatIsInTheWayOfAFolder() throws Exception {
        final Path file = file("plain", "no folder");
        final int writer = writer(learner(), "plain/network.zip", "FAIL");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\" cannot be written: \"%s\" is a file and no folder."
            .formatted(file.resolve("network.zip"), file), m_workflow.message(writer));
    }

    @Test
    public void writerAsksForAFile() throws Exception {
        final int writer = writer(learner(), " ", "FAIL");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"File\" must name a file, but is empty.", m_workflow.message(writer));
    }

    @Test
    public void writerNeedsATrainedNetwork() throws Exception {
        final int writer = m_workflow.add(CnnWriterNodeFactory.class, model -> model.addString("file", "network.zip"));
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, writer, 1);

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: The network must be trained, but is the architecture \"LeNet (wide)\" only.",
            m_workflow.message(writer));
        assertFalse(Files.exists(m_workflow.folder().resolve("network.zip")));
    }

    @Test
    public void readerAsksForAFile() throws Exception {
        final int reader = reader("");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"File\" must name a file, but is empty.", m_workflow.message(reader));
    }

    @Test
    public void readerNamesTheMissingFile() throws Exception {
        final int reader = reader("network.zip");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"File\" must name a file, but \"%s\" does not exist."
            .formatted(m_workflow.folder().resolve("network.zip")), m_workflow.message(reader));
    }

    @Test
    public void readerRefusesAnEmptyFile() throws Exception {
        assertRefused(new byte[0], "the file is empty");
    }

    @Test
    public void readerRefusesAForeignFile() throws Exception {
        assertRefused("%PDF-1.7 is something else altogether, whatever its name says. ".repeat(10)
            .getBytes(StandardCharsets.UTF_8), "this is no network file of Frugal Vision, DL4J or Keras");
    }

    @Test
    public void readerRefusesAForeignZip() throws Exception {
        assertRefused(zip(Map.of("word/document.xml", "x".repeat(1000).getBytes(StandardCharsets.UTF_8)), false),
            "the zip file holds \"word/document.xml\", which does not belong to a network");
    }

    @Test
    public void readerRefusesAFileThatIsCutOff() throws Exception {
        final byte[] network = network();
        assertRefused(Arrays.copyOf(network, network.length / 2),
            "the file is damaged or cut off (its checksum is wrong)");
    }

    @Test
    public void readerRefusesAFileWithOneFlippedBit() throws Exception {
        final byte[] network = network();
        network[network.length / 2] ^= 1;
        assertRefused(network, "the file is damaged or cut off (its checksum is wrong)");
    }

    @Test
    public void readerRefusesAZipBombWithoutUnpackingIt() throws Exception {
        assertRefused(zip(Map.of("network.json", new byte[64 << 20]), true), "network.json is larger than it may be");
    }

    @Test
    public void readerNeverDeserialisesJavaObjects() throws Exception {
        final var object = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(object)) {
            out.writeObject(new ArrayList<>());
        }
        assertRefused(zip(Map.of("preprocessor.bin", object.toByteArray()), true),
            "the zip file lacks \"configuration.json\"");
        assertRefused(zip(Map.of("configuration.json", object.toByteArray()), false),
            "its entry \"configuration.json\" is a serialised Java object, which is never read");
    }

    @Test
    public void theShippedWorkflowKeepsItsNetwork() throws Exception {
        final Path shipped = Path.of(System.getProperty("frugalvision.repository"), "workflows", "03 Keep a network");
        final Path copy = m_temporary.getRoot().toPath().resolve("keep");
        try (var files = Files.walk(shipped)) {
            for (final Path file : files.filter(file -> !file.startsWith(shipped.resolve("output"))).toList()) {
                Files.copy(file, copy.resolve(shipped.relativize(file).toString()));
            }
        }

        assertEquals(SUCCESS, BatchExecutor.mainRun(
            new String[]{"-workflowDir=" + copy, "-reset", "-nosave", "-failonloaderror"}));
        final Network network = Network.load(copy.resolve("output/network.zip"));
        assertEquals("lenet5", network.history().architecture());
        assertEquals(10, network.classes().size());
        assertEquals(160, network.history().ledger().total().count(Quantity.LABELS));
        assertEquals(network.hash(), ModelFile.read(copy.resolve("output/network-dl4j.zip"), ImportSettings.asInFile())
            .network().hash());
    }

    private void assertRefused(final byte[] content, final String reason) throws Exception {
        createWorkflow();
        final Path file = m_workflow.folder().resolve("network.zip");
        Files.write(file, content);
        final int reader = reader("network.zip");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": %s.".formatted(file, reason), m_workflow.message(reader));
    }

    /** The file of a trained network. */
    private byte[] network() throws Exception {
        createWorkflow();
        writer(learner(), "network.zip", "FAIL");
        assertEquals(SUCCESS, m_workflow.run());
        return Files.readAllBytes(m_workflow.folder().resolve("network.zip"));
    }

    /** A zip file of these entries, with the checksum that Frugal Vision puts at the end of its files. */
    private static byte[] zip(final Map<String, byte[]> entries, final boolean checksum) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setComment(" ".repeat(CHECKSUM_LENGTH));
            for (final var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        final byte[] file = bytes.toByteArray();
        if (checksum) {
            final int length = file.length - CHECKSUM_LENGTH;
            final byte[] sum = (CHECKSUM_TITLE + new Fingerprint().add(file, 0, length).hex())
                .getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(sum, 0, file, length, CHECKSUM_LENGTH);
        }
        return file;
    }

    private Path file(final String name, final String content) throws IOException {
        return Files.writeString(m_workflow.folder().resolve(name), content);
    }

    private int learner() {
        final int table = m_workflow.add(ImageTableProbeNodeFactory.class,
            model -> model.addString("text", "image label[a,b]\nr1 28x28x1 a\nr2 28x28x1 b"));
        final int architecture =
            m_workflow.add(CnnArchitectureNodeFactory.class, model -> model.addString("architecture", "lenet"));
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        m_workflow.connect(architecture, 1, learner, 1).connect(table, 1, learner, 2);
        return learner;
    }

    private int writer(final int network, final String file, final String existing) {
        final int writer = m_workflow.add(CnnWriterNodeFactory.class, model -> {
            model.addString("file", file);
            model.addString("existing", existing);
        });
        m_workflow.connect(network, 1, writer, 1);
        return writer;
    }

    private int reader(final String file) {
        return m_workflow.add(CnnReaderNodeFactory.class, model -> model.addString("file", file));
    }

    private int probe(final Path file) {
        return m_workflow.add(PortProbeNodeFactory.class, model -> model.addString("text", file.toString()));
    }
}
