// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_dst_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_impl_info_str;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_scratchpad_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_src_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_workspace_md;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Compiled code of oneDNN for one operation and fixed sizes, without any values. Layouts live as long as it does. */
final class Primitive implements AutoCloseable {

    private final dnnl_primitive_desc m_description;

    private final dnnl_primitive m_handle = new dnnl_primitive();

    /** Owns the description. */
    Primitive(final dnnl_primitive_desc description) {
        m_description = description;
        Onednn.check(dnnl_primitive_create(m_handle, description));
    }

    dnnl_primitive handle() {
        return m_handle;
    }

    dnnl_primitive_desc description() {
        return m_description;
    }

    /** The library's name for the code that it has chosen. */
    String implementation() {
        try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
            Onednn.check(dnnl_primitive_desc_query(m_description, dnnl_query_impl_info_str, 0, name));
            return name.get(BytePointer.class).getString();
        }
    }

    dnnl_memory_desc_t source() {
        return layout(dnnl_query_src_md);
    }

    dnnl_memory_desc_t weights() {
        return layout(dnnl_query_weights_md);
    }

    dnnl_memory_desc_t destination() {
        return layout(dnnl_query_dst_md);
    }

    dnnl_memory_desc_t workspace() {
        return layout(dnnl_query_workspace_md);
    }

    dnnl_memory_desc_t scratchpad() {
        return layout(dnnl_query_scratchpad_md);
    }

    dnnl_memory_desc_t sourceGradient() {
        return layout(dnnl_query_diff_src_md);
    }

    dnnl_memory_desc_t weightGradient() {
        return layout(dnnl_query_diff_weights_md);
    }

    dnnl_memory_desc_t destinationGradient() {
        return layout(dnnl_query_diff_dst_md);
    }

    @Override
    public void close() {
        dnnl_primitive_destroy(m_handle);
        dnnl_primitive_desc_destroy(m_description);
    }

    private dnnl_memory_desc_t layout(final int which) {
        return dnnl_primitive_desc_query_md(m_description, which, 0);
    }
}
