// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.frugalvision.nodes.probe.ImageSetProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeFactory;

/**
 * Files of every format as other programs write them, decoded within OSGi, where libraries that look for plug-ins by
 * way of the class path find none. All show the same: 24 x 16 pixels, red on the left, blue on the right.
 */
public class DecodingTest {

    private static final int WIDTH = 24;

    private static final int AREA = WIDTH * 16;

    private static final int LEFT = 8 * WIDTH + 3;

    private static final int RIGHT = 8 * WIDTH + 20;

    private static final List<Integer> RED = List.of(200, 40, 80);

    private static final List<Integer> BLUE = List.of(40, 120, 220);

    /** Half of blue, half of the white background. */
    private static final List<Integer> PALE_BLUE = List.of(147, 187, 237);

    /** The files, and by how much of 255 their format changes colours. */
    private static final Map<String, Integer> FILES = new TreeMap<>(Map.ofEntries(Map.entry("alpha.webp", 1),
        Map.entry("animated.gif", 0), Map.entry("cmyk.jpg", 8), Map.entry("deep.png", 0), Map.entry("deep.tif", 0),
        Map.entry("exif.jpg", 4), Map.entry("lossless.webp", 0), Map.entry("lossy.webp", 8),
        Map.entry("palette.png", 0), Map.entry("palette.tif", 0), Map.entry("progressive.jpg", 4)));

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    @Test
    public void everyFormatShowsThePictureItHolds() throws Exception {
        final var workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        final Path folder = Files.createDirectories(workflow.folder().resolve("data/all"));
        for (final String file : FILES.keySet()) {
            try (var in = getClass().getResourceAsStream("files/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        final int reader = workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data");
            model.addString("size", "KEEP");
            model.addString("colours", "RGB");
        });
        final Path values = probe(workflow, ImageSetProbeNodeFactory.class, reader, 1);
        final Path rows = probe(workflow, TableProbeNodeFactory.class, reader, 1);
        final Path rejected = probe(workflow, TableProbeNodeFactory.class, reader, 2);

        assertEquals(0, workflow.run());
        assertEquals(List.of("id\tpath\treason\tbytes"), Files.readAllLines(rejected));
        assertEquals("WARNING: Rounded 2 images of 16 bits to 8; \"All bands\" keeps them.",
            workflow.message(reader));
        final List<String> decoded = new ArrayList<>();
        for (final String line : Files.readAllLines(values)) {
            final String[] words = line.split(" ");
            final String file = words[0].replace("all/", "");
            decoded.add(file);
            final int[] pixels = Arrays.stream(words).skip(2).mapToInt(word -> Integer.parseInt(word) / 257).toArray();
            assertEquals(file, 3 * AREA, pixels.length);
            assertColour(file + " left", RED, pixels, LEFT, FILES.get(file));
            assertColour(file + " right", file.equals("alpha.webp") ? PALE_BLUE : BLUE, pixels, RIGHT,
                FILES.get(file));
        }
        assertEquals(List.copyOf(FILES.keySet()), decoded);
        assertEquals("24 16", shape(rows, "all/exif.jpg"));
    }

    private static void assertColour(final String what, final List<Integer> colour, final int[] pixels, final int at,
        final int tolerance) {
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(what + ", channel " + channel, colour.get(channel), pixels[channel * AREA + at], tolerance);
        }
    }

    private static String shape(final Path rows, final String id) throws IOException {
        return Files.readAllLines(rows).stream().filter(line -> line.startsWith(id + "\t"))
            .map(line -> line.split("\t"))
            .map(words -> words[4] + " " + words[5]).findFirst().orElseThrow();
    }

    private Path probe(final TestWorkflow workflow, final Class<? extends NodeFactory<?>> factory,
        final int node, final int port) {
        final Path file =
            m_temporary.getRoot().toPath().resolve("%s %d %d".formatted(factory.getSimpleName(), node, port));
        workflow.connect(node, port, workflow.add(factory, model -> model.addString("text", file.toString())), 1);
        return file;
    }
}
