// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.Test;

/** Which methods of ND4J's arrays the classes of the engine call: none that could fetch values to the heap. */
public final class Nd4jCallsTest {

    private static final Path KERNEL =
        Path.of("..", "..", "plugins", "org.frugalvision.engine", "src", "org", "frugalvision", "engine", "kernel");

    private static final String ARRAYS = "org/nd4j/linalg/api/ndarray/INDArray";

    /** They compute where the array is, or know about its shape only. */
    private static final Set<String> HARMLESS = new TreeSet<>(Set.of("add", "addi", "assign", "close", "div", "divi",
        "get", "length", "permute", "reshape", "rsub", "shape", "size"));

    /** Make arrays without values, and do operations. */
    private static final Set<String> HARMLESS_OF_ND4J =
        new TreeSet<>(Set.of("createUninitializedDetached", "exec", "getExecutioner"));

    @Test
    public void valuesCrossInOnePlaceOnly() throws Exception {
        final Set<String> ofArrays = new TreeSet<>();
        final Set<String> ofNd4j = new TreeSet<>();
        final List<String> ofBuffers = new ArrayList<>();
        for (final Class<?> type : kernelClasses()) {
            if (type.getNestHost() != Nd4jTransfers.class) {
                for (final String call : calls(type)) {
                    final String owner = call.substring(0, call.indexOf('.'));
                    final String method = call.substring(call.indexOf('.') + 1);
                    if (owner.equals(ARRAYS)) {
                        ofArrays.add(method);
                    } else if (owner.equals("org/nd4j/linalg/factory/Nd4j")) {
                        ofNd4j.add(method);
                    } else if (owner.startsWith("org/nd4j/linalg/api/buffer/")) {
                        ofBuffers.add(type.getSimpleName() + ": " + call);
                    }
                }
            }
        }

        assertEquals(HARMLESS, ofArrays);
        assertEquals(HARMLESS_OF_ND4J, ofNd4j);
        assertEquals(List.of(), ofBuffers.stream().filter(call -> !call.contains("DataType")).toList());
    }

    @Test
    public void thatPlaceIsSeen() throws Exception {
        final List<String> calls = calls(Nd4jTransfers.class);

        assertTrue(calls.toString(), calls.contains(ARRAYS + ".data"));
        assertTrue(calls.toString(), calls.contains("org/nd4j/linalg/factory/Nd4j.create"));
    }

    private static List<Class<?>> kernelClasses() throws Exception {
        final List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(KERNEL)) {
            for (final Path file : files.sorted().toList()) {
                final String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("package-info")) {
                    classes.addAll(List.of(Class.forName("org.frugalvision.engine.kernel." + name, false,
                        Nd4jCallsTest.class.getClassLoader()).getNestMembers()));
                }
            }
        }
        return classes;
    }

    /** Owner and name of every method that a class calls: its constants tell (JVM specification, 4.4). */
    private static List<String> calls(final Class<?> type) throws IOException {
        final String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (DataInputStream in = new DataInputStream(type.getResourceAsStream(file))) {
            in.skipBytes(8);
            final Object[] constants = new Object[in.readUnsignedShort()];
            for (int i = 1; i < constants.length; i++) {
                final int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> constants[i] = in.readUTF();
                    case 3, 4 -> in.skipBytes(4);
                    case 5, 6 -> {
                        in.skipBytes(8);
                        i++;
                    }
                    case 7, 8, 16, 19, 20 -> constants[i] = new int[]{tag, in.readUnsignedShort()};
                    case 9, 10, 11, 12, 17, 18 -> constants[i] =
                        new int[]{tag, in.readUnsignedShort(), in.readUnsignedShort()};
                    case 15 -> in.skipBytes(3);
                    default -> throw new IOException("constant " + tag);
                }
            }
            final List<String> calls = new ArrayList<>();
            for (final Object constant : constants) {
                if (constant instanceof int[] method && (method[0] == 10 || method[0] == 11)) {
                    final int[] owner = (int[])constants[method[1]];
                    final int[] name = (int[])constants[method[2]];
                    calls.add(constants[owner[1]] + "." + constants[name[1]]);
                }
            }
            return calls;
        }
    }
}
