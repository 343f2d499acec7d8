// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights as they stand in a file, tensor after tensor: 32-bit floats, little-endian; or, where they are coded, the
 * steps as such floats, then for each weight its number plus 2^(bits - 1) - 1 in so many bits, lowest bit first, the
 * last byte filled with zeros; of one bit, 0 for -1.
 *
 * @param values all values, coded ones multiplied by their steps
 * @param codes the coded tensors
 */
record StoredValues(float[] values, List<CodedTensor> codes) {

    private static final int BLOCK = 1 << 14;

    static void write(final Network network, final OutputStream out) throws IOException {
        final float[] weights = network.weights();
        final Map<Tensor, CodedTensor> codes = new HashMap<>();
        network.codes().forEach(code -> codes.put(code.tensor(network.spec()), code));
        int done = 0;
        for (final Tensor tensor : network.spec().tensors()) {
            final CodedTensor code = codes.get(tensor);
            if (code != null) {
                floats(weights, done, tensor.offset(), out);
                floats(code.steps(), 0, code.steps().length, out);
                out.write(packed(code, tensor, weights));
                done = tensor.end();
            }
        }
        floats(weights, done, weights.length, out);
    }

    static StoredValues read(final NetworkSpec spec, final List<CodedTensor.Form> forms, final InputStream in)
        throws IOException {
        final float[] weights = new float[Math.toIntExact(spec.parameters())];
        final Map<Tensor, CodedTensor.Form> byTensor = new HashMap<>();
        forms.forEach(form -> byTensor.put(form.tensor(spec), form));
        final List<CodedTensor> codes = new ArrayList<>();
        int done = 0;
        for (final Tensor tensor : spec.tensors()) {
            final CodedTensor.Form form = byTensor.get(tensor);
            if (form != null) {
                floats(in, weights, done, tensor.offset());
                final float[] steps = new float[form.steps(tensor)];
                floats(in, steps, 0, steps.length);
                final CodedTensor code = new CodedTensor(form, steps);
                unpack(in, code, tensor, weights);
                codes.add(code);
                done = tensor.end();
            }
        }
        floats(in, weights, done, weights.length);
        return new StoredValues(weights, List.copyOf(codes));
    }

    private static byte[] packed(final CodedTensor code, final Tensor tensor, final float[] weights) {
        final int bits = code.form().bits();
        final byte[] bytes = new byte[bytes(tensor.length(), bits)];
        for (int i = 0; i < tensor.length(); i++) {
            final int number = code.form().stored(code.code(tensor, weights, i));
            final long at = (long)i * bits;
            final int shifted = number << (int)(at % Byte.SIZE);
            bytes[(int)(at / Byte.SIZE)] |= (byte)shifted;
            if (at % Byte.SIZE + bits > Byte.SIZE) {
                bytes[(int)(at / Byte.SIZE) + 1] |= (byte)(shifted >> Byte.SIZE);
            }
        }
        return bytes;
    }

    private static void unpack(final InputStream in, final CodedTensor code, final Tensor tensor,
        final float[] weights) throws IOException {
        final int bits = code.form().bits();
        final byte[] bytes = in.readNBytes(bytes(tensor.length(), bits));
        if (bytes.length < bytes(tensor.length(), bits)) {
            throw tooFew();
        }
        for (int i = 0; i < tensor.length(); i++) {
            final long at = (long)i * bits;
            final int first = (int)(at / Byte.SIZE);
            final int two = bytes[first] & 0xFF | (first + 1 < bytes.length ? (bytes[first + 1] & 0xFF) << 8 : 0);
            final int number = code.form().code(two >> (int)(at % Byte.SIZE) & (1 << bits) - 1);
            if (number > code.form().most()) {
                throw new NetworkFormatException("the weights of node \"" + code.form().node() + "\" are out of range");
            }
            weights[tensor.offset() + i] = number * code.step(tensor, i) + 0f; // never -0
        }
    }

    private static int bytes(final int values, final int bits) {
        return (int)(((long)values * bits + Byte.SIZE - 1) / Byte.SIZE);
    }

    private static void floats(final float[] values, final int from, final int to, final OutputStream out)
        throws IOException {
        final ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = from; at < to; at += BLOCK) {
            final int count = Math.min(BLOCK, to - at);
            block.asFloatBuffer().put(values, at, count);
            out.write(block.array(), 0, Float.BYTES * count);
        }
    }

    private static void floats(final InputStream in, final float[] values, final int from, final int to)
        throws IOException {
        final byte[] block = new byte[BLOCK * Float.BYTES];
        for (int at = from; at < to; at += BLOCK) {
            final int count = Math.min(BLOCK, to - at);
            if (in.readNBytes(block, 0, Float.BYTES * count) < Float.BYTES * count) {
                throw tooFew();
            }
            ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, at, count);
        }
    }

    private static NetworkFormatException tooFew() {
        return new NetworkFormatException("the file has too few weights");
    }
}
