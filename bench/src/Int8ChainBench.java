// SPDX-License-Identifier: Apache-2.0
// bench/run Int8ChainBench [ROUNDS] [BATCH]: VGG (small) by oneDNN in single precision and in 8 bits, in turns; set OMP_NUM_THREADS=1

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_pooling_desc_t;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.frugalvision.engine.run.Seeds;

/**
 * What oneDNN's 8-bit kernels bring, as a prototype: the six convolutions with ReLU, three poolings and two dense layers
 * of VGG (small) for images of 28 x 28, normalisations folded away, with weights drawn at random. In 8 bits: maps u8,
 * weights s8 with a scale for each output, sums s32, scaled and cut off at zero as they are written; the image is
 * rounded once, scores are floats again. Scales of maps are those of the single-precision run.
 */
public final class Int8ChainBench {

    private static final int CLASSES = 10;

    private static final int WARM_UP = 5;

    private static final dnnl_engine ENGINE = new dnnl_engine();

    private static final dnnl_stream STREAM = new dnnl_stream();

    /** Kept, as the garbage collector would free what the library still reads. */
    private final List<Object> m_kept = new ArrayList<>();

    private final List<Operation> m_operations = new ArrayList<>();

    private final int m_batch;

    private final boolean m_whole;

    private final RandomGenerator m_random = Seeds.of(1).generator();

    /** Largest value of each map in single precision. */
    private final List<Double> m_largest;

    private int m_step;

    private long[] m_sizes;

    private Value m_value;

    private double m_scale;

    /** A layout and the memory with its values. */
    private record Value(dnnl_memory_desc_t layout, dnnl_memory memory, Pointer bytes) {
    }

    /** What is run. */
    private record Operation(dnnl_primitive primitive, dnnl_exec_arg_t arguments, int count) {
    }

    private Int8ChainBench(final int batch, final boolean whole, final List<Double> largest) {
        m_batch = batch;
        m_whole = whole;
        m_largest = largest;
    }

    public static void main(final String... arguments) {
        final int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        final int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        check(dnnl_engine_create(ENGINE, dnnl_cpu, 0));
        check(dnnl_stream_create(STREAM, ENGINE, dnnl_stream_default_flags));
        final List<Double> largest = new ArrayList<>();
        final var single = new Int8ChainBench(batch, false, largest);
        final float[] exact = single.build();
        final var eight = new Int8ChainBench(batch, true, largest);
        final float[] rounded = eight.build();
        final double[][] times = new double[2][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int k = 0; k < 2; k++) {
                final long start = System.nanoTime();
                (k == 0 ? single : eight).m_operations.forEach(Int8ChainBench::run);
                if (round >= 0) {
                    times[k][round] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        Arrays.stream(times).forEach(Arrays::sort);
        for (int k = 0; k < 2; k++) {
            System.out.printf(Locale.ROOT, "%d bits: median %.2f ms, %.2f to %.2f%n", 32 >> 2 * k,
                times[k][rounds / 2], times[k][0], times[k][rounds - 1]);
        }
        System.out.printf(Locale.ROOT, "ratio of medians %.2f, of the least %.2f; scores differ by %.4f of their "
            + "standard deviation; the same class for %d of %d images%n", times[1][rounds / 2] / times[0][rounds / 2],
            times[1][0] / times[0][0], difference(exact, rounded), same(exact, rounded), batch);
        System.exit(0);
    }

    private float[] build() {
        m_sizes = new long[]{m_batch, 1, 28, 28};
        final float[] pixels = new float[m_batch * 28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = m_random.nextFloat();
        }
        m_scale = 1.0 / 255;
        final dnnl_memory_desc_t plain = layout(dnnl_f32, dnnl_abcd, m_sizes);
        m_value = value(plain, pixels);
        if (m_whole) {
            m_value = converted(m_value, layout(dnnl_u8, dnnl_acdb, m_sizes), 0, (float)(1 / m_scale));
        }
        for (int stage = 1; stage <= 3; stage++) {
            convolution(16L << stage);
            convolution(16L << stage);
            pooling();
        }
        dense(128, true);
        dense(CLASSES, false);
        final float[] scores = new float[m_batch * CLASSES];
        final Value out = converted(m_value, layout(dnnl_f32, dnnl_ab, m_sizes), 0, 1);
        new FloatPointer(out.bytes()).get(scores);
        return scores;
    }

    private void convolution(final long filters) {
        final long[] sizes = {filters, m_sizes[1], 3, 3};
        final long[] target = {m_batch, filters, m_sizes[2], m_sizes[3]};
        final var operation = new dnnl_convolution_desc_t();
        final long[] ones = {1, 1};
        check(dnnl_convolution_forward_desc_init(operation, dnnl_forward_inference, dnnl_convolution_direct,
            anyIfFirst(), layout(m_whole ? dnnl_s8 : dnnl_f32, dnnl_format_tag_any, sizes),
            layout(dnnl_f32, dnnl_a, filters), layout(m_whole ? dnnl_u8 : dnnl_f32, dnnl_format_tag_any, target),
            ones, ones, ones));
        layer(operation, sizes, true);
        m_sizes = target;
    }

    private dnnl_memory_desc_t anyIfFirst() {
        return m_step == 0 ? layout(m_whole ? dnnl_u8 : dnnl_f32, dnnl_format_tag_any, m_sizes) : m_value.layout();
    }

    private void pooling() {
        final long[] target = {m_batch, m_sizes[1], m_sizes[2] / 2, m_sizes[3] / 2};
        final var operation = new dnnl_pooling_desc_t();
        final long[] twos = {2, 2};
        final long[] none = {0, 0};
        check(dnnl_pooling_forward_desc_init(operation, dnnl_forward_inference, dnnl_pooling_max, m_value.layout(),
            layout(m_whole ? dnnl_u8 : dnnl_f32, dnnl_format_tag_any, target), twos, twos, none, none));
        final dnnl_primitive_desc description = description(operation, null, 1, false);
        final Value out = value(dnnl_primitive_desc_query_md(description, dnnl_query_dst_md, 0), null);
        add(description, DNNL_ARG_SRC, m_value, DNNL_ARG_DST, out);
        m_value = out;
        m_sizes = target;
    }

    private void dense(final long units, final boolean relu) {
        final long[] sizes = m_sizes.clone();
        sizes[0] = units;
        final boolean scores = !relu;
        final var operation = new dnnl_inner_product_desc_t();
        check(dnnl_inner_product_forward_desc_init(operation, dnnl_forward_inference, m_value.layout(),
            layout(m_whole ? dnnl_s8 : dnnl_f32, dnnl_format_tag_any, sizes), layout(dnnl_f32, dnnl_a, units),
            layout(m_whole && !scores ? dnnl_u8 : dnnl_f32, dnnl_format_tag_any, m_batch, units)));
        layer(operation, sizes, relu);
        m_sizes = new long[]{m_batch, units};
    }

    /** Weights are the same in both precisions, as both draw from the same stream. */
    private void layer(final Pointer operation, final long[] sizes, final boolean relu) {
        final int units = (int)sizes[0];
        final int inputs = (int)(Arrays.stream(sizes).reduce(1, (a, b) -> a * b) / units);
        final float[] weights = new float[units * inputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float)(m_random.nextGaussian() * Math.sqrt(2.0 / inputs));
        }
        final float[] biases = new float[units];
        for (int i = 0; i < units; i++) {
            biases[i] = (float)(0.1 * m_random.nextGaussian());
        }
        final float[] toWhole = new float[units];
        final float[] scales = new float[units];
        final double next = m_whole ? relu ? m_largest.get(m_step) / 255 : 1 : 1;
        for (int unit = 0; unit < units && m_whole; unit++) {
            float most = 0;
            for (int i = unit * inputs; i < (unit + 1) * inputs; i++) {
                most = Math.max(most, Math.abs(weights[i]));
            }
            toWhole[unit] = 127 / most;
            scales[unit] = (float)(m_scale * most / 127 / next);
            biases[unit] /= (float)(m_scale * most / 127);
        }
        final dnnl_primitive_desc description = description(operation, m_whole ? scales : null, 1 << 1, relu);
        final dnnl_memory_desc_t wanted = dnnl_primitive_desc_query_md(description, dnnl_query_src_md, 0);
        final Value source = dnnl_memory_desc_equal(wanted, m_value.layout()) != 0 ? m_value
            : converted(m_value, wanted, 0, 1);
        final Value filters = value(layout(dnnl_f32, sizes.length == 2 ? dnnl_ab : dnnl_abcd, sizes), weights);
        final int kept = m_operations.size();
        final Value stored =
            converted(filters, dnnl_primitive_desc_query_md(description, dnnl_query_weights_md, 0), 1,
                m_whole ? toWhole : new float[]{1});
        m_operations.subList(kept, m_operations.size()).clear(); // weights are converted once
        final Value out = value(dnnl_primitive_desc_query_md(description, dnnl_query_dst_md, 0), null);
        add(description, DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, stored, DNNL_ARG_BIAS,
            value(layout(dnnl_f32, dnnl_a, units), biases), DNNL_ARG_DST, out);
        if (!m_whole) {
            final float[] values = new float[(int)(dnnl_memory_desc_get_size(out.layout()) / Float.BYTES)];
            new FloatPointer(out.bytes()).get(values);
            double most = 0;
            for (final float one : values) {
                most = Math.max(most, one);
            }
            m_largest.add(most);
        }
        m_step++;
        m_scale = next;
        m_value = out;
    }

    private dnnl_primitive_desc description(final Pointer operation, final float[] scales, final int mask,
        final boolean relu) {
        final var attributes = new dnnl_primitive_attr();
        check(dnnl_primitive_attr_create(attributes));
        if (scales != null) {
            check(dnnl_primitive_attr_set_output_scales(attributes, scales.length, mask, scales));
        }
        final var after = new dnnl_post_ops();
        check(dnnl_post_ops_create(after));
        if (relu) {
            check(dnnl_post_ops_append_eltwise(after, 1, dnnl_eltwise_relu, 0, 0));
        }
        check(dnnl_primitive_attr_set_post_ops(attributes, after));
        final var description = new dnnl_primitive_desc();
        check(dnnl_primitive_desc_create(description, new const_dnnl_op_desc_t(operation), attributes, ENGINE, null));
        return description;
    }

    /** Each time the chain runs; scales are one, or one for each entry of the first axis. */
    private Value converted(final Value from, final dnnl_memory_desc_t to, final int mask, final float... scales) {
        final var attributes = new dnnl_primitive_attr();
        check(dnnl_primitive_attr_create(attributes));
        check(dnnl_primitive_attr_set_output_scales(attributes, scales.length, scales.length == 1 ? 0 : mask, scales));
        final var description = new dnnl_primitive_desc();
        check(dnnl_reorder_primitive_desc_create(description, from.layout(), ENGINE, to, ENGINE, attributes));
        final Value out = value(to, null);
        add(description, DNNL_ARG_FROM, from, DNNL_ARG_TO, out);
        return out;
    }

    private void add(final dnnl_primitive_desc description, final Object... arguments) {
        final var primitive = new dnnl_primitive();
        check(dnnl_primitive_create(primitive, description));
        final int count = arguments.length / 2;
        final var list = new dnnl_exec_arg_t(count);
        for (int i = 0; i < count; i++) {
            list.position(i).arg((Integer)arguments[2 * i]).memory(((Value)arguments[2 * i + 1]).memory());
            m_kept.add(arguments[2 * i + 1]);
        }
        final var operation = new Operation(primitive, list.position(0), count);
        m_operations.add(operation);
        m_kept.add(description);
        run(operation);
    }

    private Value value(final dnnl_memory_desc_t layout, final float[] values) {
        final var bytes = new BytePointer(dnnl_memory_desc_get_size(layout));
        if (values != null) {
            new FloatPointer(bytes).put(values);
        }
        final var memory = new dnnl_memory();
        check(dnnl_memory_create(memory, layout, ENGINE, bytes));
        final var value = new Value(new dnnl_memory_desc_t(layout), memory, bytes);
        m_kept.add(value);
        return value;
    }

    private static dnnl_memory_desc_t layout(final int type, final int tag, final long... sizes) {
        final var layout = new dnnl_memory_desc_t();
        check(dnnl_memory_desc_init_by_tag(layout, sizes.length, sizes, type, tag));
        return layout;
    }

    private static void run(final Operation operation) {
        check(dnnl_primitive_execute(operation.primitive(), STREAM, operation.count(), operation.arguments()));
        check(dnnl_stream_wait(STREAM));
    }

    private static double difference(final float[] exact, final float[] rounded) {
        double squares = 0;
        double sum = 0;
        double all = 0;
        for (int i = 0; i < exact.length; i++) {
            squares += (exact[i] - rounded[i]) * (exact[i] - rounded[i]);
            sum += exact[i];
            all += exact[i] * exact[i];
        }
        final double mean = sum / exact.length;
        return Math.sqrt(squares / exact.length / (all / exact.length - mean * mean));
    }

    private static int same(final float[] exact, final float[] rounded) {
        int same = 0;
        for (int i = 0; i < exact.length; i += CLASSES) {
            same += best(exact, i) == best(rounded, i) ? 1 : 0;
        }
        return same;
    }

    private static int best(final float[] scores, final int from) {
        int best = from;
        for (int i = from; i < from + CLASSES; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private static void check(final int status) {
        if (status != dnnl_success) {
            throw new IllegalStateException("oneDNN refused a call with status " + status + ".");
        }
    }
}
