// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.*;

import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.frugalvision.engine.kernel.Onednn.Sliding;
import org.frugalvision.engine.kernel.Onednn.Tensors;
import org.frugalvision.engine.network.Activation;

/** The calls of oneDNN 2.5 for whole numbers of 8 bits; all others are in {@link Onednn}. */
final class OnednnEightBit {

    /** Outputs of maps lie on the second axis. */
    private static final int CHANNELS = 1 << 1;

    private OnednnEightBit() {
    }

    /** Something done to a value before it is rounded and written. */
    @FunctionalInterface
    interface Finish {

        void append(dnnl_post_ops operations);
    }

    /** Adds the value that the destination holds. */
    static Finish sum(final float factor, final dnnl_memory_desc_t held) {
        return operations -> Onednn.check(dnnl_post_ops_append_sum_v2(operations, factor, held.data_type()));
    }

    static Finish between(final float least, final float most) {
        return operations -> Onednn.check(
            dnnl_post_ops_append_eltwise(operations, 1, dnnl_eltwise_clip_v2, least, most));
    }

    /** An activation, and what it gives times a factor. */
    static Finish activation(final Activation activation, final float factor) {
        return operations -> Onednn.check(dnnl_post_ops_append_eltwise(operations, factor,
            Onednn.algorithm(activation, false), Onednn.limit(activation, 0), Onednn.limit(activation, 1)));
    }

    static dnnl_memory_desc_t any(final boolean signed, final long... sizes) {
        return Onednn.ofType(type(signed), dnnl_format_tag_any, sizes);
    }

    static dnnl_memory_desc_t plain(final boolean signed, final long... sizes) {
        return Onednn.ofType(type(signed), Onednn.plainTag(sizes.length), sizes);
    }

    /** The same layout for values of 8 bits. */
    static dnnl_memory_desc_t of(final dnnl_memory_desc_t layout, final boolean signed) {
        return withType(layout, type(signed));
    }

    /** The same layout for values of single precision. */
    static dnnl_memory_desc_t single(final dnnl_memory_desc_t layout) {
        return withType(layout, dnnl_f32);
    }

    /** @param tensors the bias counts in products of a one of the source and a one of the weights */
    static Primitive convolution(final Sliding sliding, final Tensors tensors, final Ending ending) {
        final var operation = new dnnl_convolution_desc_t();
        Onednn.check(dnnl_convolution_forward_desc_init(operation, dnnl_forward_inference, dnnl_convolution_direct,
            tensors.source(), tensors.weights(), tensors.bias(), tensors.destination(), sliding.strides(),
            sliding.paddings(), sliding.paddings()));
        return Onednn.create(operation, attributes(ending), null);
    }

    /** @see #convolution */
    static Primitive dense(final Tensors tensors, final Ending ending) {
        final var operation = new dnnl_inner_product_desc_t();
        Onednn.check(dnnl_inner_product_forward_desc_init(operation, dnnl_forward_inference, tensors.source(),
            tensors.weights(), tensors.bias(), tensors.destination()));
        return Onednn.create(operation, attributes(ending), null);
    }

    static Primitive cut(final dnnl_memory_desc_t maps, final float least, final float most) {
        final var operation = new dnnl_eltwise_desc_t();
        Onednn.check(dnnl_eltwise_forward_desc_init(operation, dnnl_forward_inference, dnnl_eltwise_clip_v2, maps,
            least, most));
        return Onednn.create(operation, Onednn.attributes(), null);
    }

    /** Values of another type, rounded to the next one, half to even, and cut off where the type ends. */
    static Primitive reorder(final dnnl_memory_desc_t from, final dnnl_memory_desc_t to, final int axes,
        final float... factors) {
        final dnnl_primitive_attr attributes = Onednn.attributes();
        Onednn.check(dnnl_primitive_attr_set_output_scales(attributes, factors.length, axes, factors));
        return Onednn.reorder(from, to, attributes);
    }

    private static dnnl_primitive_attr attributes(final Ending ending) {
        final dnnl_primitive_attr attributes = Onednn.attributes();
        Onednn.check(dnnl_primitive_attr_set_output_scales(attributes, ending.factors().length, CHANNELS,
            ending.factors()));
        final var operations = new dnnl_post_ops();
        Onednn.check(dnnl_post_ops_create(operations));
        ending.finish().forEach(one -> one.append(operations));
        Onednn.check(dnnl_primitive_attr_set_post_ops(attributes, operations));
        dnnl_post_ops_destroy(operations);
        return attributes;
    }

    private static dnnl_memory_desc_t withType(final dnnl_memory_desc_t layout, final int type) {
        final var other = new dnnl_memory_desc_t();
        other.put(layout);
        return other.data_type(type);
    }

    private static int type(final boolean signed) {
        return signed ? dnnl_s8 : dnnl_u8;
    }
}
