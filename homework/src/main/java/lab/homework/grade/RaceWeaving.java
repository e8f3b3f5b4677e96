package lab.homework.grade;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Weaves calls of a {@link RaceRecorder} into one method. */
final class RaceWeaving implements CodeTransform {
  private static final ClassDesc RECORDER = ClassDesc.of(RaceRecorder.class.getName());
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_int);
  private static final MethodTypeDesc NAME = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_int);
  private static final MethodTypeDesc FIELD = MethodTypeDesc.of(
      ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String, ConstantDescs.CD_String, ConstantDescs.CD_int);
  private static final MethodTypeDesc ELEMENT = MethodTypeDesc.of(
      ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_int, ConstantDescs.CD_String, ConstantDescs.CD_int);
  private static final Set<String> ORDER_NOTHING = Set.of("sleep", "yield", "onSpinWait", "currentThread", "getName", "getState",
      "isAlive", "threadId", "isVirtual", "setName", "setDaemon");
  private static final Set<String> OF_THREADS = Set.of("start", "join", "interrupt");

  private final RaceWeaver classes;
  private final ClassModel owner;
  private final String method;
  private final boolean isStatic;
  private final boolean isSynchronized;
  private final boolean isConstructor;
  private final boolean isEntry;
  private final boolean hasSafeCollections;
  private final int recorder;
  private final Set<Label> handlers;
  private final String file;
  private int line;
  private Label begin;

  RaceWeaving(
      RaceWeaver classes, ClassModel owner, MethodModel method, boolean isEntry, boolean hasSafeCollections, int recorder) {
    this.classes = classes;
    this.owner = owner;
    this.method = method.methodName().stringValue();
    this.isStatic = method.flags().has(AccessFlag.STATIC);
    this.isSynchronized = method.flags().has(AccessFlag.SYNCHRONIZED);
    this.isConstructor = this.method.startsWith("<");
    this.isEntry = isEntry;
    this.hasSafeCollections = hasSafeCollections;
    this.recorder = recorder;
    this.handlers = method.code().orElseThrow().exceptionHandlers().stream().map(ExceptionCatch::handler).collect(Collectors.toSet());
    this.file = owner.findAttribute(Attributes.sourceFile()).map(SourceFileAttribute::sourceFile).map(Object::toString).orElse("?");
  }

  @Override
  public void atStart(CodeBuilder code) {
    if (isEntry) {
      call(code, "enter");
    }
    if (isSynchronized) {
      loadMonitor(code);
      callWithObject(code, "lock");
    }
    begin = code.newLabel();
    code.labelBinding(begin);
  }

  @Override
  public void atEnd(CodeBuilder code) {
    if ((isEntry || isSynchronized) && !isConstructor) {
      Label end = code.newBoundLabel();
      code.exceptionCatchAll(begin, end, end);
      leave(code);
      code.athrow();
    }
  }

  private void leave(CodeBuilder code) {
    if (isSynchronized) {
      loadMonitor(code);
      callWithObject(code, "unlock");
    }
    if (isEntry || isConstructor) {
      call(code, "leave");
    }
  }

  private void loadMonitor(CodeBuilder code) {
    if (isStatic) {
      code.loadConstant(owner.thisClass().asSymbol());
    } else {
      code.aload(0);
    }
  }

  @Override
  public void accept(CodeBuilder code, CodeElement element) {
    switch (element) {
      case LineNumber number -> {
        line = number.line();
        code.with(number);
      }
      case LabelTarget target when handlers.contains(target.label()) -> {
        code.with(target);
        // Whoever is interrupted knows what the one who interrupts knew.
        call(code, "enter");
      }
      case FieldInstruction field -> weave(code, field);
      case ArrayLoadInstruction load when !isConstructor -> {
        code.dup2();
        callElement(code, "readElement");
        code.with(load);
      }
      case ArrayStoreInstruction store when !isConstructor -> weave(code, store);
      case MonitorInstruction monitor -> weave(code, monitor);
      case InvokeInstruction invoke -> weave(code, invoke);
      case ReturnInstruction end -> {
        leave(code);
        code.with(end);
      }
      default -> code.with(element);
    }
  }

  private void weave(CodeBuilder code, FieldInstruction instruction) {
    Optional<FieldModel> field = isConstructor
        ? Optional.empty()
        : classes.field(instruction.owner().asInternalName(), instruction.name().stringValue());
    if (field.isEmpty() || field.get().flags().has(AccessFlag.FINAL)) {
      code.with(instruction);
    } else if (field.get().flags().has(AccessFlag.VOLATILE)) {
      weaveVolatile(code, instruction);
    } else {
      weavePlain(code, instruction);
    }
  }

  private void weaveVolatile(CodeBuilder code, FieldInstruction field) {
    boolean isWrite = field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
    if (!isWrite) {
      code.with(field);
    }
    code.loadConstant(field.owner().asInternalName() + "." + field.name().stringValue()).loadConstant(recorder)
        .invokestatic(RECORDER, isWrite ? "writeVolatile" : "readVolatile", NAME);
    if (isWrite) {
      code.with(field);
    }
  }

  private void weavePlain(CodeBuilder code, FieldInstruction field) {
    switch (field.opcode()) {
      case GETFIELD -> {
        code.dup();
        callField(code, "read", field);
        code.with(field);
      }
      case PUTFIELD -> {
        TypeKind kind = TypeKind.from(field.typeSymbol());
        int value = code.allocateLocal(kind);
        code.storeLocal(kind, value).dup();
        callField(code, "write", field);
        code.loadLocal(kind, value).with(field);
      }
      default -> {
        code.loadConstant(owner.thisClass().asSymbol());
        callField(code, field.opcode() == Opcode.GETSTATIC ? "read" : "write", field);
        code.with(field);
      }
    }
  }

  private void weave(CodeBuilder code, ArrayStoreInstruction store) {
    TypeKind kind = store.typeKind();
    int value = code.allocateLocal(kind);
    code.storeLocal(kind, value).dup2();
    callElement(code, "writeElement");
    code.loadLocal(kind, value).with(store);
  }

  private void weave(CodeBuilder code, MonitorInstruction monitor) {
    code.dup();
    if (monitor.opcode() == Opcode.MONITORENTER) {
      code.with(monitor);
      callWithObject(code, "lock");
    } else {
      callWithObject(code, "unlock");
      code.with(monitor);
    }
  }

  private void weave(CodeBuilder code, InvokeInstruction invoke) {
    boolean waits = invoke.name().equalsString("wait") && invoke.owner().asInternalName().equals("java/lang/Object");
    boolean orders = ordersThreads(invoke.owner().asInternalName(), invoke.name().stringValue());
    if (orders) {
      call(code, "leave");
    } else if (waits) {
      call(code, "beforeWait");
    }
    code.with(invoke);
    if (orders) {
      call(code, "enter");
    } else if (waits) {
      call(code, "afterWait");
    }
  }

  private boolean ordersThreads(String type, String name) {
    if (name.equals("<init>") || ORDER_NOTHING.contains(name)) {
      return false;
    }
    return type.startsWith("java/util/concurrent/")
        || type.startsWith("java/util/stream/")
        || type.startsWith("java/lang/Thread")
        || type.startsWith("java/lang/invoke/")
        || OF_THREADS.contains(name)
        || hasSafeCollections && type.startsWith("java/util/") || hasSafeCollections && type.equals("java/lang/Iterable");
  }

  private void call(CodeBuilder code, String what) {
    code.loadConstant(recorder).invokestatic(RECORDER, what, NOTHING);
  }

  private void callWithObject(CodeBuilder code, String what) {
    code.loadConstant(recorder).invokestatic(RECORDER, what, OBJECT);
  }

  private void callField(CodeBuilder code, String what, FieldInstruction field) {
    code.loadConstant(field.name().stringValue()).loadConstant(place()).loadConstant(recorder).invokestatic(RECORDER, what, FIELD);
  }

  private void callElement(CodeBuilder code, String what) {
    code.loadConstant(place()).loadConstant(recorder).invokestatic(RECORDER, what, ELEMENT);
  }

  private String place() {
    return file + " line " + line + " (" + method + ")";
  }
}
