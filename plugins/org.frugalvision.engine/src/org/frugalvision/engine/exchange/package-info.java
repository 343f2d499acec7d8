// SPDX-License-Identifier: Apache-2.0
/** Networks of other programs: reading and writing their files. Nothing in a file is trusted or executed. */
package org.frugalvision.engine.exchange;
