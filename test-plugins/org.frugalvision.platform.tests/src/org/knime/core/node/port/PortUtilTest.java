// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipOutputStream;

import org.frugalvision.platform.port.ModelEntry;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.container.TestPictures;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreUtil;
import org.knime.core.data.filestore.internal.NotInWorkflowWriteFileStoreHandler;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

public class PortUtilTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    private static ProbeModel model() {
        return new ProbeModel(new ProbeSpec("a\nb"), 0.1, Double.NaN, -3);
    }

    private static ProbeFiles files(final String... texts) throws IOException {
        final NotInWorkflowWriteFileStoreHandler handler = NotInWorkflowWriteFileStoreHandler.create();
        final FileStore[] stores = new FileStore[texts.length];
        for (int i = 0; i < texts.length; i++) {
            stores[i] = handler.createFileStore("part" + i);
            Files.writeString(stores[i].getFile().toPath(), texts[i]);
        }
        return new ProbeFiles("title", List.of(stores));
    }

    private static byte[] write(final PortObject object) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(object, out, new ExecutionMonitor());
        return out.toByteArray();
    }

    private static PortObject read(final byte[] bytes) throws Exception {
        return PortUtil.readObjectFromStream(new ByteArrayInputStream(bytes), new ExecutionMonitor());
    }

    @Test
    public void readsBackAModel() throws Exception {
        final ProbeModel read = (ProbeModel)read(write(model()));

        assertArrayEquals(model().weights(), read.weights(), 0);
        assertEquals(model().getSpec(), read.getSpec());
        assertEquals(model().getSpec().hashCode(), read.getSpec().hashCode());
        assertNotEquals(new ProbeSpec("b"), read.getSpec());
    }

    @Test
    public void readsBackAnImage() throws Exception {
        final PNGImageContent content = new PNGImageContent(TestPictures.ofSize(3000, 1));
        final ImagePortObject image = new ImagePortObject(content, new ImagePortObjectSpec(PNGImageContent.TYPE));

        final ImagePortObject read = (ImagePortObject)read(write(image));

        assertEquals(content.toImageCell(), read.toDataCell());
        assertEquals(PNGImageContent.TYPE, read.getSpec().getDataType());
        assertEquals("PNG Image 2 x 1 with 2 KB", read.getSummary());
    }

    @Test
    public void readsBackFileStores() throws Exception {
        final ProbeFiles read = (ProbeFiles)read(write(files("weights", "")));

        assertEquals(List.of("weights", ""), read.texts());
        assertEquals("title", read.getSummary());
        assertTrue(read.hasFiles());
        assertEquals("part0", FileStoreUtil.getFileStores(read).get(0).getFile().getName());
    }

    @Test
    public void readsBackFromAFile() throws Exception {
        final File file = m_folder.newFile();
        PortUtil.writeObjectToFile(model(), file, new ExecutionMonitor());

        assertEquals(model().getSpec(), PortUtil.readObjectSpecFromFile(file));
        assertEquals("3 weights", PortUtil.readObjectFromFile(file, new ExecutionMonitor()).getSummary());
    }

    @Test
    public void readsBackTheOnlyFlowVariablePortObject() throws Exception {
        assertSame(FlowVariablePortObject.INSTANCE, read(write(FlowVariablePortObject.INSTANCE)));
    }

    @Test
    public void sharesTheFilesOfACopy() throws Exception {
        final ProbeFiles source = files("weights");
        final ProbeFiles copy = new ProbeFiles("copy", List.of());

        FileStoreUtil.retrieveFileStoreHandlers(source, copy, null);

        assertEquals(List.of("weights"), copy.texts());
        assertTrue(copy.hasFiles());
    }

    @Test
    public void refusesEveryTruncation() throws Exception {
        for (final PortObject object : List.of(model(), files("weights", "more weights"))) {
            final byte[] whole = write(object);
            final int payload = indexOfCentralDirectory(whole);
            for (int length = 0; length < payload; length += 7) {
                final byte[] prefix = Arrays.copyOf(whole, length);
                assertThrows(length + " of " + payload, IOException.class, () -> read(prefix));
            }
        }
    }

    @Test
    public void saysWhatIsMissingInAnEmptyFile() {
        assertEquals("Entry \"content.xml\" is missing: the data is truncated or of another kind.",
            assertThrows(IOException.class, () -> read(new byte[0])).getMessage());
    }

    @Test
    public void readsFlippedBytesOrRefusesThemWithAnIOException() throws Exception {
        final byte[] whole = write(files("weights"));
        final Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            final byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= 1 << random.nextInt(8);
            try {
                read(flipped);
            } catch (final IOException ex) {
                assertFalse(ex.toString(), ex.getMessage() == null);
            }
        }
    }

    @Test
    public void refusesAClassThatNobodyKnows() throws Exception {
        final ModelContent content = new ModelContent("content.xml");
        content.addString("spec_class", "org.example.GoneSpec");
        content.addString("object_class", "org.example.Gone");
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ModelEntry.write(zip, "content.xml", content);
        }

        assertEquals("Port object spec class \"org.example.GoneSpec\" is not available.",
            assertThrows(IOException.class, () -> read(out.toByteArray())).getMessage());
    }

    @Test
    public void refusesAnImageThatIsNoPng() throws Exception {
        final PNGImageContent content = new PNGImageContent(TestPictures.ofSize(100, 1));
        final byte[] wrongType =
            write(new ImagePortObject(content, new ImagePortObjectSpec(StringCell.TYPE)));

        assertEquals("Pictures of type StringCell cannot be read, only PNG.",
            assertThrows(IOException.class, () -> read(wrongType)).getMessage());
    }

    private static int indexOfCentralDirectory(final byte[] zip) {
        for (int i = zip.length - 4; i >= 0; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                final int earlier = indexOfCentralDirectory(Arrays.copyOf(zip, i));
                return earlier < 0 ? i : earlier;
            }
        }
        return -1;
    }
}
