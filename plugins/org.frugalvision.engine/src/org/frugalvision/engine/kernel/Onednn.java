// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.List;

import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_batch_normalization_desc_t;
import org.bytedeco.dnnl.dnnl_binary_desc_t;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_pooling_desc_t;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.frugalvision.engine.network.Activation;

/**
 * The calls of oneDNN 2.5, all in this place, because the next version names and splits them differently. Memory is
 * that of the caller, scratch memory included. What is created here computes on one thread if the thread that creates
 * it was told to. To be called within a {@code PointerScope}, which frees what is only needed for a call.
 */
final class Onednn {

    private static final dnnl_engine ENGINE = engine();

    private Onednn() {
    }

    /** Loads the library, as any use of this class does. */
    static void load() {
        if (ENGINE.isNull()) {
            throw new IllegalStateException("oneDNN has nothing to compute on.");
        }
    }

    /** A layout that the library chooses. */
    static dnnl_memory_desc_t any(final long... sizes) {
        return layout(dnnl_format_tag_any, sizes);
    }

    /** Row after row; the last index runs fastest. */
    static dnnl_memory_desc_t plain(final long... sizes) {
        return layout(plainTag(sizes.length), sizes);
    }

    static int plainTag(final int axes) {
        return new int[]{dnnl_a, dnnl_ab, dnnl_abc, dnnl_abcd, dnnl_abcde}[axes - 1];
    }

    /** Pixel after pixel, all channels of each. */
    static dnnl_memory_desc_t channelsLast(final long... sizes) {
        return layout(dnnl_acdb, sizes);
    }

    /** One value for each channel, as those operations want it that add them to or multiply them with such maps. */
    static dnnl_memory_desc_t perChannel(final dnnl_memory_desc_t maps, final long... sizes) {
        for (final int tag : new int[]{dnnl_aBcd16b, dnnl_aBcd8b, dnnl_acdb}) {
            if (equal(maps, layout(tag, sizes))) {
                return layout(tag, 1, sizes[1], 1, 1);
            }
        }
        return plain(1, sizes[1], 1, 1);
    }

    static boolean equal(final dnnl_memory_desc_t one, final dnnl_memory_desc_t other) {
        return dnnl_memory_desc_equal(one, other) != 0;
    }

    static long bytes(final dnnl_memory_desc_t layout) {
        return dnnl_memory_desc_get_size(layout);
    }

    /** @param adds whether the output is added to what the destination holds, before the activation */
    static Primitive convolution(final Sliding sliding, final boolean training, final boolean adds,
        final Tensors tensors, final Activation activation) {
        final var operation = new dnnl_convolution_desc_t();
        check(dnnl_convolution_forward_desc_init(operation, direction(training), dnnl_convolution_direct,
            tensors.source(), tensors.weights(), tensors.bias(), tensors.destination(), sliding.strides(),
            sliding.paddings(), sliding.paddings()));
        return create(operation, attributes(adds, List.of(), activation), null);
    }

    static Primitive convolutionData(final Sliding sliding, final Tensors tensors, final Primitive forward) {
        final var operation = new dnnl_convolution_desc_t();
        check(dnnl_convolution_backward_data_desc_init(operation, dnnl_convolution_direct, tensors.source(),
            tensors.weights(), tensors.destination(), sliding.strides(), sliding.paddings(), sliding.paddings()));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), forward);
    }

    static Primitive convolutionWeights(final Sliding sliding, final Tensors tensors, final Primitive forward) {
        final var operation = new dnnl_convolution_desc_t();
        check(dnnl_convolution_backward_weights_desc_init(operation, dnnl_convolution_direct, tensors.source(),
            tensors.weights(), tensors.bias(), tensors.destination(), sliding.strides(), sliding.paddings(),
            sliding.paddings()));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), forward);
    }

    static Primitive dense(final boolean training, final Tensors tensors, final Activation activation) {
        final var operation = new dnnl_inner_product_desc_t();
        check(dnnl_inner_product_forward_desc_init(operation, direction(training), tensors.source(),
            tensors.weights(), tensors.bias(), tensors.destination()));
        return create(operation, attributes(false, List.of(), activation), null);
    }

    static Primitive denseData(final Tensors tensors, final Primitive forward) {
        final var operation = new dnnl_inner_product_desc_t();
        check(dnnl_inner_product_backward_data_desc_init(operation, tensors.source(), tensors.weights(),
            tensors.destination()));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), forward);
    }

    /**
     * The product of the transposed of one matrix with another one, both given row after row.
     *
     * @param rows of the product
     * @param columns of the product
     * @param summands rows of both matrices
     * @param one the first matrix
     * @param stride values from row to row of the first matrix
     * @param other the second matrix
     * @param otherStride values from row to row of the second matrix
     * @param product receives the product
     */
    static void productOfTransposed(final int rows, final int columns, final int summands, final FloatPointer one,
        final int stride, final FloatPointer other, final int otherStride, final FloatPointer product) {
        check(dnnl_sgemm((byte)'T', (byte)'N', rows, columns, summands, 1, one, stride, other, otherStride, 0, product,
            columns));
    }

    static Primitive statistics(final dnnl_memory_desc_t maps) {
        final var operation = new dnnl_batch_normalization_desc_t();
        check(dnnl_batch_normalization_forward_desc_init(operation, dnnl_forward_training, maps, 0, 0));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), null);
    }

    /** Normalises by given statistics, scales and shifts. */
    static Primitive normalisation(final dnnl_memory_desc_t maps, final double epsilon, final boolean training,
        final boolean relu) {
        final var operation = new dnnl_batch_normalization_desc_t();
        check(dnnl_batch_normalization_forward_desc_init(operation, direction(training), maps, (float)epsilon,
            normalisationFlags(relu)));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), null);
    }

    /** Backward, the statistics taken for constants. */
    static Primitive normalisationBackward(final dnnl_memory_desc_t maps, final double epsilon, final boolean relu,
        final Primitive forward) {
        final var operation = new dnnl_batch_normalization_desc_t();
        check(dnnl_batch_normalization_backward_desc_init(operation, dnnl_backward, maps, maps, (float)epsilon,
            normalisationFlags(relu)));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), forward);
    }

    static Primitive pooling(final Sliding sliding, final Mean mean, final boolean training,
        final dnnl_memory_desc_t source, final dnnl_memory_desc_t destination) {
        final var operation = new dnnl_pooling_desc_t();
        check(dnnl_pooling_forward_desc_init(operation, direction(training), mean.m_algorithm, source, destination,
            sliding.strides(), sliding.kernels(), sliding.paddings(), sliding.paddings()));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), null);
    }

    static Primitive poolingBackward(final Sliding sliding, final Mean mean, final dnnl_memory_desc_t source,
        final dnnl_memory_desc_t destination, final Primitive forward) {
        final var operation = new dnnl_pooling_desc_t();
        check(dnnl_pooling_backward_desc_init(operation, mean.m_algorithm, source, destination, sliding.strides(),
            sliding.kernels(), sliding.paddings(), sliding.paddings()));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), forward);
    }

    static Primitive activation(final Activation activation, final dnnl_memory_desc_t maps) {
        final var operation = new dnnl_eltwise_desc_t();
        check(dnnl_eltwise_forward_desc_init(operation, dnnl_forward_training, algorithm(activation, true), maps,
            limit(activation, 0), limit(activation, 1)));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), null);
    }

    /** The gradient before an activation, from the one after it and what came out or, not invertible, went in. */
    static Primitive activationBackward(final Activation activation, final dnnl_memory_desc_t maps,
        final Primitive forward) {
        final var operation = new dnnl_eltwise_desc_t();
        check(dnnl_eltwise_backward_desc_init(operation, algorithm(activation, true), maps, maps,
            limit(activation, 0), limit(activation, 1)));
        return create(operation, attributes(false, List.of(), Activation.IDENTITY), forward);
    }

    static Primitive addition(final dnnl_memory_desc_t maps, final Activation activation) {
        final var operation = new dnnl_binary_desc_t();
        check(dnnl_binary_desc_init(operation, dnnl_binary_add, maps, maps, maps));
        return create(operation, attributes(false, List.of(), activation), null);
    }

    /**
     * Adds to the destination, for each channel, source x factor + summand. The factors are its second source, the
     * summands that of the {@link #SUMMAND post-operation}.
     */
    static Primitive linear(final dnnl_memory_desc_t maps, final dnnl_memory_desc_t channels) {
        final var operation = new dnnl_binary_desc_t();
        check(dnnl_binary_desc_init(operation, dnnl_binary_mul, maps, channels, maps));
        return create(operation, attributes(true, List.of(channels), Activation.IDENTITY), null);
    }

    /** Argument of {@link #linear}. */
    static final int SUMMAND = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * 2 | DNNL_ARG_SRC_1;

    static Primitive reorder(final dnnl_memory_desc_t from, final dnnl_memory_desc_t to) {
        return reorder(from, to, attributes());
    }

    /** @param attributes are freed */
    static Primitive reorder(final dnnl_memory_desc_t from, final dnnl_memory_desc_t to,
        final dnnl_primitive_attr attributes) {
        final var description = new dnnl_primitive_desc();
        try {
            check(dnnl_reorder_primitive_desc_create(description, from, ENGINE, to, ENGINE, attributes));
        } finally {
            dnnl_primitive_attr_destroy(attributes);
        }
        return new Primitive(description);
    }

    static dnnl_stream stream() {
        final var stream = new dnnl_stream();
        check(dnnl_stream_create(stream, ENGINE, dnnl_stream_default_flags));
        return stream;
    }

    static dnnl_memory memory(final dnnl_memory_desc_t layout, final Pointer values) {
        final var memory = new dnnl_memory();
        check(dnnl_memory_create(memory, layout, ENGINE, values));
        return memory;
    }

    static void move(final dnnl_memory memory, final Pointer values) {
        check(dnnl_memory_set_data_handle(memory, values));
    }

    static void execute(final Primitive primitive, final dnnl_stream stream, final int count,
        final dnnl_exec_arg_t arguments) {
        check(dnnl_primitive_execute(primitive.handle(), stream, count, arguments));
    }

    static void check(final int status) {
        if (status == dnnl_out_of_memory) {
            throw new OutOfMemoryError("oneDNN could not allocate memory");
        }
        if (status != dnnl_success) {
            throw new IllegalStateException("oneDNN refused a call with status " + status + ".");
        }
    }

    /** What all operations have. */
    static dnnl_primitive_attr attributes() {
        final var attributes = new dnnl_primitive_attr();
        check(dnnl_primitive_attr_create(attributes));
        check(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user));
        return attributes;
    }

    private static dnnl_engine engine() {
        final var engine = new dnnl_engine();
        check(dnnl_engine_create(engine, dnnl_cpu, 0));
        return engine;
    }

    /** @param attributes are freed */
    static Primitive create(final Pointer operation, final dnnl_primitive_attr attributes,
        final Primitive forward) {
        final var description = new dnnl_primitive_desc();
        try {
            check(dnnl_primitive_desc_create(description, new const_dnnl_op_desc_t(operation), attributes, ENGINE,
                forward == null ? null : forward.description()));
        } finally {
            dnnl_primitive_attr_destroy(attributes);
        }
        return new Primitive(description);
    }

    /** Scratch memory from the caller; after the operation perhaps the old value and summands added, or cut off. */
    private static dnnl_primitive_attr attributes(final boolean adds, final List<dnnl_memory_desc_t> summands,
        final Activation activation) {
        final dnnl_primitive_attr attributes = attributes();
        final var after = new dnnl_post_ops();
        check(dnnl_post_ops_create(after));
        if (adds) {
            check(dnnl_post_ops_append_sum(after, 1));
        }
        for (final dnnl_memory_desc_t summand : summands) {
            check(dnnl_post_ops_append_binary(after, dnnl_binary_add, summand));
        }
        if (activation != Activation.IDENTITY) {
            check(dnnl_post_ops_append_eltwise(after, 1, algorithm(activation, false), limit(activation, 0),
                limit(activation, 1)));
        }
        check(dnnl_primitive_attr_set_post_ops(attributes, after));
        dnnl_post_ops_destroy(after);
        return attributes;
    }

    private static dnnl_memory_desc_t layout(final int tag, final long... sizes) {
        return ofType(dnnl_f32, tag, sizes);
    }

    /** @param type of the values */
    static dnnl_memory_desc_t ofType(final int type, final int tag, final long... sizes) {
        final var layout = new dnnl_memory_desc_t();
        check(dnnl_memory_desc_init_by_tag(layout, sizes.length, sizes, type, tag));
        return layout;
    }

    private static int direction(final boolean training) {
        return training ? dnnl_forward_training : dnnl_forward_inference;
    }

    private static int normalisationFlags(final boolean relu) {
        return dnnl_use_global_stats | dnnl_use_scaleshift | (relu ? dnnl_fuse_norm_relu : 0);
    }

    static int algorithm(final Activation activation, final boolean backwardFromResult) {
        return switch (activation) {
            case RELU -> backwardFromResult ? dnnl_eltwise_relu_use_dst_for_bwd : dnnl_eltwise_relu;
            case SIGMOID -> backwardFromResult ? dnnl_eltwise_logistic_use_dst_for_bwd : dnnl_eltwise_logistic;
            case SWISH -> dnnl_eltwise_swish;
            case HARD_SWISH -> dnnl_eltwise_hardswish;
            default -> backwardFromResult ? dnnl_eltwise_clip_v2_use_dst_for_bwd : dnnl_eltwise_clip_v2;
        };
    }

    /** Two numbers of an algorithm: ReLU6 has limits, swish a factor in its exponent, the others have none. */
    static float limit(final Activation activation, final int which) {
        if (activation == Activation.SWISH) {
            return 1 - which;
        }
        return activation == Activation.RELU6 && which == 1 ? activation.most() : 0;
    }

    /** How a window moves over the maps. */
    record Sliding(int height, int width, int stride, int padding) {

        /** A square one. */
        Sliding(final int kernel, final int stride, final int padding) {
            this(kernel, kernel, stride, padding);
        }

        long[] kernels() {
            return new long[]{height, width};
        }

        long[] strides() {
            return new long[]{stride, stride};
        }

        long[] paddings() {
            return new long[]{padding, padding};
        }
    }

    /** Layouts of what an operation reads and writes; without a bias, that is null. */
    record Tensors(dnnl_memory_desc_t source, dnnl_memory_desc_t weights, dnnl_memory_desc_t bias,
        dnnl_memory_desc_t destination) {
    }

    /** What becomes of the values under a window. */
    enum Mean {
        MAXIMUM(dnnl_pooling_max), WITH_PADDING(dnnl_pooling_avg_include_padding);

        private final int m_algorithm;

        Mean(final int algorithm) {
            m_algorithm = algorithm;
        }
    }
}
